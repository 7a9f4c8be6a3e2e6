import { currentHost } from './host.ts';
import { Page } from './page.ts';
import './style.css';
import './style/desk.css';
import './style/elements.css';
import './style/strips.css';

new Page(currentHost()).start();
