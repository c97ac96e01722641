'use client';

import { useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { RadioCards } from '@/components/ui/radio-cards';

/** Every product, or the ones ticked; the list shows when it counts. */
export function ScopeFields({
  products,
  chosen,
  words,
}: {
  products: { id: string; name: string }[];
  /** Null for every product. */
  chosen: string[] | null;
  words: Record<'scope' | 'all' | 'allHint' | 'some' | 'someHint' | 'products', string>;
}) {
  const [scope, setScope] = useState(chosen === null ? 'all' : 'some');
  return (
    <>
      <Field name="scope" label={words.scope} group required>
        <RadioCards
          columns={2}
          defaultValue={scope}
          onChange={setScope}
          options={[
            { value: 'all', label: words.all, hint: words.allHint },
            {
              value: 'some',
              label: words.some,
              hint: words.someHint,
              disabled: products.length === 0,
            },
          ]}
        />
      </Field>
      {scope === 'some' && (
        <Field name="products[]" label={words.products} group required>
          <div className="grid max-h-80 gap-2 overflow-y-auto sm:grid-cols-2">
            {products.map((product) => (
              <Checkbox
                key={product.id}
                value={product.id}
                defaultChecked={chosen?.includes(product.id)}
              >
                {product.name}
              </Checkbox>
            ))}
          </div>
        </Field>
      )}
    </>
  );
}
