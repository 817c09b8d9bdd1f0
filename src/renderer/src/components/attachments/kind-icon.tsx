import { FileCode2, FileImage, FileText, FileType2 } from 'lucide-react';
import type { AttachmentKind } from '#shared/domain.ts';

const icons = { image: FileImage, text: FileCode2, pdf: FileText, docx: FileType2 } as const;

export function KindIcon({ kind, size = 16 }: { readonly kind: AttachmentKind; readonly size?: number }) {
  const Icon = icons[kind];
  return <Icon size={size} strokeWidth={1.75} aria-hidden />;
}
