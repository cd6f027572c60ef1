// How a template is said: {name} stands for a parameter.

export interface TemplateText {
  name: string;
  sentence: string;
}
