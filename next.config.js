import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./lib/i18n/request.ts');

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['postgres', 'graphile-worker', '@node-rs/argon2', 'sharp', 'pino'],
  experimental: { serverActions: { bodySizeLimit: '2mb' } },
};

export default withNextIntl(config);
