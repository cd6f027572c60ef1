// placeholder
import './theme.css';
