type Style = (text: string) => string

/** How a report marks what matters. Whoever prints decides whether these colour or do nothing. */
export interface Palette {
  readonly bold: Style
  readonly dim: Style
  readonly underline: Style
  readonly red: Style
  readonly yellow: Style
  readonly green: Style
  readonly blue: Style
  readonly cyan: Style
}

const same: Style = (text) => text

/** No colour. */
export const PLAIN: Palette = { bold: same, dim: same, underline: same, red: same, yellow: same, green: same, blue: same, cyan: same }
