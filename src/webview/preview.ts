import { currentHost } from './host.ts';
import { Page } from './page.ts';
import './style.css';
import './style/desk.css';
import './style/elements.css';
import './style/over.css';
import './style/strips.css';
import './style/table.css';

new Page(currentHost()).start();
