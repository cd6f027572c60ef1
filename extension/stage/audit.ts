// placeholder until the checks are written
export {};
