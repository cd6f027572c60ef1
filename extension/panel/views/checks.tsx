// placeholder
export const ChecksView = () => <p>soon</p>;
