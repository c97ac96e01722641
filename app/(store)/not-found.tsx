export { default } from '@/components/shell/not-found-view';
