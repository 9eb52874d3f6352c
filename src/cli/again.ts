/** Collects the values of an option that may be given several times. */
export const again = (value: string, values: string[] = []): string[] => [...values, value]
