// The views that are not the first, in one file that comes when one of them is opened, or once the panel rests.

export { ChecksView } from './checks-view.tsx';
export { PeopleView } from './people-view.tsx';
export { PreviewView } from './preview-view.tsx';
export { SheetView } from './sheet-view.tsx';
export { VisitorView } from './visitor-view.tsx';
