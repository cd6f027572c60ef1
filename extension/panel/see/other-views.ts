// The views that are not the first: one part of the panel, which comes when one of them is opened, or once it rests.

import { ChecksView } from './checks-view.tsx';
import { PeopleView } from './people-view.tsx';
import { PreviewView } from './preview-view.tsx';
import { SheetView } from './sheet-view.tsx';
import { VisitorView } from './visitor-view.tsx';

export const otherViews = {
  visitor: VisitorView,
  preview: PreviewView,
  people: PeopleView,
  sheet: SheetView,
  checks: ChecksView,
};
