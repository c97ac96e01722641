/** A person as others see it: the first character of the name, so that nobody is exposed by what they write. */
export const veiledName = (name: string): string => `${[...name][0] ?? '*'}**`;
