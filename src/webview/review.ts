import { reviewHost } from './review/host.ts';
import { ReviewPage } from './review/page.ts';
import './style.css';
import './style/elements.css';
import './style/over.css';
import './style/review.css';

new ReviewPage(reviewHost()).start();
