/** Shortest password (onboarding.md 1.1 A3) and longest that is hashed, in characters. Safe to import in a browser. */
export const PASSWORD_LENGTH = { min: 8, max: 200 };
