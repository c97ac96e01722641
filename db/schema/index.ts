export * from './account';
export * from './deadline';
export * from './evidence';
export * from './ledger';
export * from './merchant';
export * from './outbox';
export * from './review-item';
export * from './setting';
