// placeholder
export const SheetView = () => <p>soon</p>;
