// Where everything is to be sent: said by the address of the script.
export const collector = new URL(document.currentScript.src).searchParams.get('to');
