import { reportHost } from './report/host.ts';
import { ReportPage } from './report/page.ts';
import './style.css';
import './style/report.css';

new ReportPage(reportHost()).start();
