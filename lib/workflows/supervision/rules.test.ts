import { describe, expect, it } from 'vitest';
import { supervisionSettings } from '@/lib/settings/registry/supervision';
import { flowVersionOf } from '@/lib/workflows/order/flow-version';
import { type Delivering, demandsOf, documentComplaints, sceneOf } from './rules';

const at = (text: string) => new Date(`${text}+08:00`);
const zone = 'Asia/Shanghai';
const v2From = supervisionSettings['supervision.flowV2From'].default;
const scenes = supervisionSettings['supervision.scenes'].default;
const tables = {
  documents: supervisionSettings['supervision.deliveryDocuments'].default,
  checks: supervisionSettings['supervision.reReviewChecks'].default,
  requirementAttachmentMin: 1,
  filesPerKind: 10,
};
const service: Delivering = {
  flowVersion: 'v2',
  acceptanceRule: 'seller',
  deliveryType: 'manualService',
  severalSpecs: false,
  reReview: false,
};
const least = (order: Partial<Delivering>) =>
  Object.fromEntries(
    demandsOf({ ...service, ...order }, tables).delivery.map(({ kind, min }) => [kind, min]),
  );

describe('the flow version', () => {
  it('is v1 until the last second before 26 March 2025 and v2 from then on', () => {
    expect(flowVersionOf(at('2025-03-25T23:59:59'), v2From, zone)).toBe('v1');
    expect(flowVersionOf(at('2025-03-26T00:00:00'), v2From, zone)).toBe('v2');
    expect(flowVersionOf(at('2026-11-21T12:00:00'), v2From, zone)).toBe('v2');
  });

  it('follows the day of the marketplace, not of Greenwich', () => {
    expect(flowVersionOf(new Date('2025-03-25T16:00:00Z'), v2From, zone)).toBe('v2');
  });
});

describe('the sales scene', () => {
  const joint = { productClass: 'jointOperation', tracks: [], instruments: ['balance'] };

  it('is never a re-review scene for a general product', () => {
    const general = {
      productClass: 'general',
      tracks: ['enablementCloud', 'baseCloud'],
      instruments: ['enablementCoupon', 'pickUpVoucher'],
    };
    expect(sceneOf(scenes, general)).toEqual({
      scene: 'none',
      acceptanceRule: 'seller',
      reReview: false,
    });
  });

  it('follows the track of the buyer or what the order was paid with', () => {
    expect(sceneOf(scenes, joint)).toMatchObject({ scene: 'none', reReview: false });
    const track = { ...joint, tracks: ['enablementCloud'] };
    expect(sceneOf(scenes, track)).toMatchObject({ scene: 'enablementCloud', reReview: true });
    const voucher = { ...joint, instruments: ['balance', 'pickUpVoucher'] };
    expect(sceneOf(scenes, voucher)).toMatchObject({
      scene: 'baseCloud',
      acceptanceRule: 'baseCloud',
      reReview: true,
    });
  });
});

describe('the documents of a delivery', () => {
  it('are SOW and acceptance document together since v2, the acceptance document alone before', () => {
    expect(least({})).toEqual({ sow: 1, acceptanceDocument: 1, screenshot: 0, otherProof: 0 });
    expect(least({ flowVersion: 'v1' })).toMatchObject({ sow: 0, acceptanceDocument: 1 });
  });

  it('ask for a description in words under v1 only', () => {
    expect(demandsOf({ ...service, flowVersion: 'v1' }, tables).description).toBe(true);
    expect(demandsOf(service, tables).description).toBe(false);
  });

  it('ask for three pictures of a service, and for the proofs of software, in a re-review scene', () => {
    const scene = { acceptanceRule: 'enablementCloud', reReview: true } as const;
    expect(least(scene)).toMatchObject({ screenshot: 3 });
    expect(least({ ...scene, deliveryType: 'license' })).toMatchObject({
      screenshot: 1,
      validityScreenshot: 1,
      resourceOrderScreenshot: 1,
    });
    expect(least({ ...scene, deliveryType: 'saas' })).not.toHaveProperty('resourceOrderScreenshot');
  });

  it('are looked at item by item in a re-review, and not at all outside one', () => {
    const scene = { acceptanceRule: 'enablementCloud', reReview: true } as const;
    const checks = (order: Partial<Delivering>) =>
      demandsOf({ ...service, ...order }, tables).checks;
    expect(checks(scene)).toEqual(['productAndSpec', 'deliveryPictures', 'signatures']);
    expect(checks({ ...scene, severalSpecs: true })).toContain('allSpecs');
    expect(checks({ ...scene, acceptanceRule: 'baseCloud' })).toContain('acceptanceSheet');
    expect(checks({ acceptanceRule: 'enablementCloud', reReview: false })).toEqual([]);
  });
});

describe('complaints about files', () => {
  const { delivery } = demandsOf(service, tables);
  const keys = (handedIn: Record<string, string[]>) =>
    Object.fromEntries(
      Object.entries(documentComplaints(delivery, handedIn)).map(([field, { key }]) => [
        field,
        key.slice('supervision.error.'.length),
      ]),
    );

  it('name each missing kind at its own field', () => {
    expect(keys({ sow: ['fl_1'] })).toEqual({
      'documents.acceptanceDocument': 'documentMissing',
    });
  });

  it('name too many files and kinds that the order does not take', () => {
    const many = Array.from({ length: 11 }, (_, i) => `fl_${i}`);
    expect(keys({ sow: many, acceptanceDocument: ['fl_a'], validityScreenshot: ['fl_b'] })).toEqual(
      {
        'documents.sow': 'documentsTooMany',
        'documents.validityScreenshot': 'documentNotAsked',
      },
    );
  });

  it('are none when everything is there', () => {
    expect(keys({ sow: ['fl_1'], acceptanceDocument: ['fl_2'], screenshot: [] })).toEqual({});
  });
});
