import type { z } from 'zod';
import type { Effect } from '@/lib/engine/bind';
import { notFound } from '@/lib/errors';
import { settingReader } from '@/lib/settings/read';
import { deliverByOf } from './deliver-by';
import { grantTemplates } from './documents';
import type { SupervisionFacts, SupervisionRow } from './machine';
import { demandsOf, sceneOf } from './rules';
import type { supervisionInputs } from './schema';

/**
 * Opens the record of a paid order. Flow version, requirement step and delivery period are those the order was made
 * under; rules are read as they held then, so that a later change does not touch the order (design 3.8).
 */
export const openRecord: Effect<
  SupervisionRow,
  z.infer<typeof supervisionInputs.open>,
  SupervisionFacts
> = async ({ tx, now, row, facts, record }) => {
  const { source } = facts;
  const line = source?.lines[0];
  const paidAt = source?.order.paidAt;
  if (!source || !paidAt || !line) throw notFound();
  const { order, product } = source;
  const setting = settingReader(tx, order.createdAt);
  const { flowVersion } = line;
  const scene = sceneOf(await setting('supervision.scenes'), {
    productClass: product.class,
    tracks: source.tracks,
    instruments: PAID_WITH,
  });
  const demands = demandsOf(
    {
      flowVersion,
      acceptanceRule: scene.acceptanceRule,
      deliveryType: product.deliveryType,
      severalSpecs: new Set(source.lines.map(({ specId }) => specId)).size > 1,
      reReview: scene.reReview,
    },
    {
      documents: await setting('supervision.deliveryDocuments'),
      checks: await setting('supervision.reReviewChecks'),
      requirementAttachmentMin: await setting('supervision.requirementAttachmentMin'),
      filesPerKind: await setting('supervision.filesPerKind'),
    },
  );
  const requirementStep = flowVersion === 'v1' || line.requirementStep;
  const { requirementTemplateFileId, deliveryTemplateFileId } = product.content;
  const asked = requirementStep ? [requirementTemplateFileId] : [];
  const granted = await grantTemplates(tx, [...asked, deliveryTemplateFileId], {
    supervisionId: row.id,
    buyerId: order.buyerId,
    now,
  });
  const templates = {
    requirementTemplateFileId:
      requirementStep && granted.has(requirementTemplateFileId) ? requirementTemplateFileId : null,
    deliveryTemplateFileId: granted.has(deliveryTemplateFileId) ? deliveryTemplateFileId : null,
  };
  record({ data: { flowVersion, scene: scene.scene, supervisionId: row.id } });
  return {
    orderId: order.id,
    orderNumber: order.number,
    orderLineId: line.id,
    merchantId: order.merchantId,
    buyerId: order.buyerId,
    productId: order.productId,
    flowVersion,
    template: product.content.flow.template,
    requirementStep,
    deliveryType: product.deliveryType,
    productClass: product.class,
    ...scene,
    demands,
    productName: line.productName,
    specName: line.specName,
    merchantName: order.merchantName,
    buyerName: order.customerName,
    accountName: order.accountName,
    amount: order.amount,
    orderedAt: order.createdAt,
    paidAt,
    ...templates,
    deliveryPeriodDays: line.deliveryPeriodDays,
    deliverBy: requirementStep ? null : deliverByOf(now, line.deliveryPeriodDays),
    stalledSince: now,
  };
};

/** Orders are paid from the balance; vouchers and coupons are instruments of their own. */
const PAID_WITH = ['balance'];
