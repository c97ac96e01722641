import { z } from 'zod';
import { hints } from '@/lib/settings/hints';
import { SETTINGS, type SettingKey } from '@/lib/settings/registry';
import type { RecordShape, Shape } from './shape';

/** The shape of a rule's value. Lengths, amounts and sizes that are the whole value have the rule's own unit. */
export function shapeOfSetting(key: SettingKey): Shape {
  const { schema, unit } = SETTINGS[key];
  const shape = shapeOf(schema);
  return shape.kind === 'number' && (unit === 'fen' || unit === 'bytes')
    ? { ...shape, unit }
    : shape;
}

/**
 * Reads a shape from a schema.
 * @throws Error for a schema that no form can be drawn from: a defect of the registry, found by its test
 */
export function shapeOf(schema: unknown, words = ''): Shape {
  const hint = hintsOf(schema);
  if (schema instanceof z.ZodOptional) return absent(shapeOf(schema.unwrap(), words), 'undefined');
  if (schema instanceof z.ZodNullable) return absent(shapeOf(schema.unwrap(), words), 'null');
  if (schema instanceof z.ZodBoolean) return { kind: 'switch' };
  if (schema instanceof z.ZodNumber)
    return { kind: 'number', unit: hint.unit, least: schema.minValue ?? undefined };
  if (schema instanceof z.ZodISODate) return { kind: 'date' };
  if (schema instanceof z.ZodEnum)
    return { kind: 'choice', options: schema.options.map(String), words: hint.words ?? '' };
  if (schema instanceof z.ZodString)
    return hint.offers
      ? { kind: 'choice', options: hint.offers, words: hint.words ?? '' }
      : { kind: 'text', words: hint.words, filled: !schema.safeParse('').success };
  if (schema instanceof z.ZodObject) return recordOf(schema, hint.words ?? words);
  if (schema instanceof z.ZodArray) return manyOf(shapeOf(schema.element), hint.by ?? []);
  throw new Error('no form can be drawn from this schema');
}

const hintsOf = (schema: unknown) => (schema instanceof z.ZodType ? hints.get(schema) : null) ?? {};

function absent(shape: Shape, how: 'undefined' | 'null'): Shape {
  if (shape.kind === 'rows') return shape;
  if (shape.kind !== 'record') return { ...shape, absent: how };
  const columns = shape.columns.map(({ name, shape: column }) => ({
    name,
    shape: column.kind === 'text' ? { ...column, filled: false } : column,
  }));
  return { ...shape, columns, absent: how };
}

function recordOf(schema: z.ZodObject, words: string): RecordShape {
  return {
    kind: 'record',
    words,
    columns: Object.entries(schema.shape).map(([name, column]) => {
      const shape = shapeOf(column, `${words}.${name}`);
      if (shape.kind === 'rows') throw new Error(`${words}.${name}: rows inside of a row`);
      return { name, shape };
    }),
  };
}

function manyOf(item: Shape, by: readonly string[]): Shape {
  if (item.kind === 'record') return { kind: 'rows', row: item, by };
  if (item.kind === 'choice') return { ...item, kind: 'choices' };
  if (item.kind === 'text' || item.kind === 'number') return { kind: 'list', item };
  throw new Error('no form can be drawn from a list of these');
}
