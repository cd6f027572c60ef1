// What an event may carry beside its name and time: plain values in a config; from a page whatever JSON can hold, as
// GA4's `items` are lists of objects and rules reach into them (`items.price`).
import * as z from 'zod';

const Scalar = z.union([z.string(), z.number(), z.boolean()]);

/** What a config lets an event carry. */
export const StatedProps = z.record(z.string(), z.union([Scalar, z.array(Scalar)]));

export type PropValue = string | number | boolean | null | PropValue[] | { [name: string]: PropValue };

export type Props = Record<string, PropValue>;
