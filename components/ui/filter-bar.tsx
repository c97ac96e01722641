import { Search, SlidersHorizontal, X } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button, buttonClass } from './button';
import { cx } from './class-names';
import { DateInput } from './date-input';

export type FilterOption = { value: string; label: string };
export type FilterField =
  | { kind: 'search'; name: string; placeholder: string }
  | { kind: 'select'; name: string; label: string; options: FilterOption[] }
  /** Two days; values are `2026-11-21`. */
  | { kind: 'dates'; from: string; to: string; label: string }
  | { kind: 'text'; name: string; label: string };

export type FilterValues = Record<string, string | undefined>;

export type FilterBarProps = {
  /** The list's own address. */
  action: string;
  fields: FilterField[];
  /** The page's search parameters. */
  values: FilterValues;
  /** Parameters to keep that have no field here, e.g. the tab. */
  keep?: string[];
};

/**
 * Search and filters of a list as a plain GET form: the state is in the address, works without
 * script; with script the list changes in place.
 */
export function FilterBar({ action, fields, values, keep = [] }: FilterBarProps) {
  const t = useTranslations('ui.filter');
  const search = fields.find((field) => field.kind === 'search');
  const others = fields.filter((field) => field.kind !== 'search');
  const chips = activeFilters(others, values);
  return (
    <search className="filters">
      <form action={action} method="get" data-soft="" className="filters__form">
        {keep.map((name) =>
          values[name] ? <input key={name} type="hidden" name={name} value={values[name]} /> : null,
        )}
        {search && (
          <span className="filters__search">
            <Search aria-hidden="true" />
            <input
              key={values[search.name] ?? ''}
              type="search"
              name={search.name}
              defaultValue={values[search.name]}
              placeholder={search.placeholder}
              aria-label={search.placeholder}
              className="input"
            />
          </span>
        )}
        {others.length > 0 && (
          <>
            <label className={cx(buttonClass(), 'filters__more')}>
              <input
                type="checkbox"
                className="filters__toggle sr-only"
                defaultChecked={chips.length > 0}
              />
              <SlidersHorizontal aria-hidden="true" />
              {t('more')}
              {chips.length > 0 && <span className="count">{chips.length}</span>}
            </label>
            <div className="filters__fields">
              {others.map((field) => (
                <FilterControl key={keyOf(field)} field={field} values={values} />
              ))}
            </div>
          </>
        )}
        <Button type="submit" className="filters__go">
          {t('apply')}
        </Button>
      </form>
      {chips.length > 0 && (
        <div className="mt-2 flex flex-wrap items-center gap-2">
          {chips.map((chip) => (
            <Link
              key={chip.key}
              href={without(action, values, chip.names)}
              prefetch={false}
              className="filters__chip"
              aria-label={t('remove', { filter: chip.text })}
            >
              {chip.text}
              <X aria-hidden="true" />
            </Link>
          ))}
          <Link
            href={without(
              action,
              values,
              chips.flatMap((c) => c.names),
            )}
            className="link text-[13px]"
          >
            {t('clear')}
          </Link>
        </div>
      )}
    </search>
  );
}

function FilterControl({ field, values }: { field: FilterField; values: FilterValues }) {
  const t = useTranslations('ui.filter');
  if (field.kind === 'select') {
    const value = values[field.name] ?? '';
    return (
      <select
        key={value}
        name={field.name}
        defaultValue={value}
        aria-label={field.label}
        data-active={value !== '' || undefined}
        className="select-native"
      >
        <option value="">{t('all', { filter: field.label })}</option>
        {field.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    );
  }
  if (field.kind === 'dates') {
    return (
      <span className="filters__dates">
        <span className="text-muted">{field.label}</span>
        {[field.from, field.to].map((name, index) => (
          <DateInput
            key={`${name}${values[name] ?? ''}`}
            name={name}
            defaultValue={values[name]}
            aria-label={t(index === 0 ? 'from' : 'to', { filter: field.label })}
            submitOnChoice
          />
        ))}
      </span>
    );
  }
  return (
    <input
      key={values[field.name] ?? ''}
      name={field.name}
      defaultValue={values[field.name]}
      placeholder={field.kind === 'text' ? field.label : undefined}
      aria-label={field.kind === 'text' ? field.label : undefined}
      className="input"
    />
  );
}

type Chip = { key: string; names: string[]; text: string };

function keyOf(field: FilterField) {
  return field.kind === 'dates' ? field.from : field.name;
}

function activeFilters(fields: FilterField[], values: FilterValues): Chip[] {
  return fields.flatMap((field): Chip[] => {
    if (field.kind === 'dates') {
      const from = values[field.from];
      const to = values[field.to];
      if (!from && !to) return [];
      const text = `${field.label}: ${from ?? '…'} – ${to ?? '…'}`;
      return [{ key: field.from, names: [field.from, field.to], text }];
    }
    const value = values[field.name];
    if (!value || field.kind === 'search') return [];
    const shown =
      field.kind === 'select' ? field.options.find((o) => o.value === value)?.label : value;
    return shown
      ? [{ key: field.name, names: [field.name], text: `${field.label}: ${shown}` }]
      : [];
  });
}

/** The list's address without some parameters (and without its page position). */
function without(action: string, values: FilterValues, names: string[]) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value && !names.includes(name) && name !== 'after' && name !== 'trail') {
      query.set(name, value);
    }
  }
  const text = query.toString();
  return text ? `${action}?${text}` : action;
}
