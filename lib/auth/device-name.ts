/** Browser and system of a user agent, as far as a person recognises them; nothing for unknown programs. */
export function deviceName(userAgent: string | null): { browser?: string; system?: string } {
  const agent = userAgent ?? '';
  const first = (names: readonly (readonly [RegExp, string])[]) =>
    names.find(([pattern]) => pattern.test(agent))?.[1];
  const browser = first([
    [/MicroMessenger\//, 'WeChat'],
    [/Edg(e|A|iOS)?\//, 'Edge'],
    [/OPR\//, 'Opera'],
    [/Firefox\/|FxiOS\//, 'Firefox'],
    [/(Chrome|Chromium|CriOS|HeadlessChrome)\//, 'Chrome'],
    [/Version\/[\d.]+.*Safari\//, 'Safari'],
  ]);
  const system = first([
    [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
    [/iPhone|iPad|iPod/, 'iOS'],
    [/Android/, 'Android'],
    [/Windows/, 'Windows'],
    [/Mac OS X|Macintosh/, 'macOS'],
    [/Linux|X11/, 'Linux'],
  ]);
  return { ...(browser ? { browser } : {}), ...(system ? { system } : {}) };
}
