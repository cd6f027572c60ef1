// placeholder
export const PeopleView = () => <p>soon</p>;
