// A block as it is put on a page: like what is inserted it has a target and a position, whatever its place is called.
import type { ChangeOf, Position } from '../../schema/change.ts';
import type { Target } from '../../schema/target.ts';

export type PlacedBlock = ChangeOf<'block'> & { target: Target; position: Position };
