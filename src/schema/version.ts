/** `7.2.6` as numbers; what is missing counts as 0. */
export function versionNumbers(text: string): readonly number[] {
  return text.split('.').map(Number)
}

export function compareVersions(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
