// Stylesheets are imported for the build's sake only; they have no value.
declare module '*.css';
