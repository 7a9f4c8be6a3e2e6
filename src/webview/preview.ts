import { currentHost } from './host.ts';
import { Page } from './page.ts';
import './style.css';

new Page(currentHost()).start();
