/** The certification form as it is being filled in. */
export interface CertificationValues {
  registeredAddress?: string;
  companyPhone?: string;
  taxpayerKind?: string;
  taxId?: string;
  taxRate?: string;
  financeContact?: { name?: string; mobile?: string; email?: string };
  bank?: {
    holder?: string;
    bankName?: string;
    branch?: string;
    branchCode?: string;
    number?: string;
  };
}
