'use client';

import { useField } from './form-context';

/** The attributes that tie a control to the field around it. */
export function useControl(own: { id?: string; name?: string }) {
  const field = useField();
  return {
    id: own.id ?? field?.id,
    name: own.name ?? field?.name,
    'aria-required': field?.required || undefined,
    'aria-invalid': field?.invalid || undefined,
    'aria-describedby': field?.describedBy,
  };
}
