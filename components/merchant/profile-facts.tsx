import { DescriptionList } from '@/components/ui/description-list';
import { FileList } from '@/components/ui/file-list';
import type { MerchantProfile } from '@/db/schema/merchant';
import { PROFILE_FIELDS, type ProfileField } from '@/lib/records/merchant/profile-fields';
import { type Describing, sideOf } from './describe';

const WIDE = new Set<ProfileField>(['introduction', 'logoFileId', 'licenceFileId']);

/** A company's data to read. */
export function ProfileFacts({
  name,
  profile,
  describing,
  without = [],
}: {
  name: string;
  profile: MerchantProfile;
  describing: Describing;
  without?: readonly ProfileField[];
}) {
  const items = PROFILE_FIELDS.filter((field) => !without.includes(field)).flatMap((field) => {
    const side = sideOf(field, name, profile, describing);
    if (!side) return [];
    return [
      {
        label: describing.t(`field.${field}`),
        wide: WIDE.has(field),
        value:
          side.kind === 'files' ? (
            <FileList files={side.files} />
          ) : (
            <span className="whitespace-pre-wrap">{side.kind === 'text' ? side.text : ''}</span>
          ),
      },
    ];
  });
  return <DescriptionList columns={2} items={items} />;
}
