// What an event may carry beside its name and time, and the facts a visitor or site may state.
import * as z from 'zod';

const Scalar = z.union([z.string(), z.number(), z.boolean()]);

export const Props = z.record(z.string(), z.union([Scalar, z.array(Scalar)]));
export type Props = z.infer<typeof Props>;
