import { Languages, Monitor, Moon, Sun } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import { LOCALES } from '@/lib/i18n/locales';
import type { FrameProps } from './frame';

const THEMES = [
  { key: 'light', Icon: Sun },
  { key: 'dark', Icon: Moon },
  { key: 'system', Icon: Monitor },
] as const;

/** Language and light or dark: plain forms, so they work before any script has come. */
export function PreferenceMenus({ locale, theme, actions }: Omit<FrameProps, 'viewer'>) {
  const t = useTranslations('shell');
  const Current = THEMES.find(({ key }) => key === theme)?.Icon ?? Monitor;
  const trigger = buttonClass({ look: 'ghost', iconOnly: true });
  return (
    <>
      <Menu
        label={t('language.label')}
        triggerClass={trigger}
        trigger={<Languages aria-hidden="true" />}
      >
        <form action={actions.setLanguage}>
          {LOCALES.map((name) => (
            <button
              type="submit"
              key={name}
              name="locale"
              value={name}
              lang={name}
              className="menu__item"
              aria-current={name === locale ? 'true' : undefined}
            >
              {t(`language.${name}`)}
            </button>
          ))}
        </form>
      </Menu>
      <Menu
        label={t('theme.label')}
        triggerClass={trigger}
        trigger={<Current aria-hidden="true" />}
      >
        <form action={actions.setTheme}>
          {THEMES.map(({ key, Icon }) => (
            <button
              type="submit"
              key={key}
              name="theme"
              value={key}
              className="menu__item"
              aria-current={key === theme ? 'true' : undefined}
            >
              <Icon aria-hidden="true" />
              {t(`theme.${key}`)}
            </button>
          ))}
        </form>
      </Menu>
    </>
  );
}
