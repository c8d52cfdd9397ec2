/** What the server makes of a value. */
export type Reading = Taken | Refused

export interface Taken {
  /** As `CONFIG GET` prints it. */
  readonly value: string
  /** It was not understood, and no word said about it. */
  readonly misread?: true
}
export interface Refused {
  /** In the server's words. */
  readonly refused: string
}

export const taken = (value: bigint | number | string): Taken => ({ value: String(value) })
export const misread = (value: bigint | number | string): Taken => ({ value: String(value), misread: true })
export const refused = (message: string): Refused => ({ refused: message })

export const isRefused = (reading: Reading): reading is Refused => 'refused' in reading
