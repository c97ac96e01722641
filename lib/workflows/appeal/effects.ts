export { complete, refundFull, refundPart, resume, withdraw } from './decide';
export { openAsBuyer, openAsMerchant } from './open';
export {
  answerAsBuyer,
  answerAsMerchant,
  askBuyer,
  askMerchant,
  lapse,
  recall,
  remind,
  remindAsked,
} from './requests';
