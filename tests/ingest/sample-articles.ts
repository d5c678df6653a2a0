/** Articles written for the tests: a Chinese reader, a Traditional Chinese one, an English newsletter. */
import type { PlainArticle } from './render-dump.js';

export const CHINESE_NEWS: readonly PlainArticle[] = [
  {
    title: '云州市图书馆学会召开年度工作会议',
    paragraphs: [
      '3月2日上午，云州市图书馆学会在市图书馆报告厅召开年度工作会议。学会理事长陈立民主持会议并作工作报告，各区县图书馆负责人参加会议。',
      '陈立民在报告中说，过去一年，全市公共图书馆接待读者四百二十万人次，外借图书三百一十万册，新建社区书房二十六个，读者满意度达到百分之九十六。',
      '会议指出，今年要重点做好三件事：一是把夜间开放的时间延长到晚上十点；二是为视力障碍读者增加有声读物；三是建设覆盖全市的通借通还网络。',
      '会议还表彰了十个先进集体和二十名先进个人。',
    ],
    source: '（云州日报）',
  },
  {
    title: '市政协调研组赴清河县调研乡村阅读工作',
    paragraphs: [
      '3月6日，市政协副主席赵文清率调研组赴清河县调研乡村阅读工作。调研组先后走进三个乡镇的农家书屋，同管理员和读者交谈，了解图书更新、开放时间和经费保障情况。',
      '赵文清强调，农家书屋要办得让村民用得上、愿意来。要根据农时调整开放时间，把种植养殖、法律常识、儿童读物作为采购重点，让每一本书都有人读。',
      '调研组建议，由市图书馆牵头，每季度为农家书屋轮换图书一次，轮换经费列入市级预算。',
    ],
    source: '（云州政协网）',
  },
  {
    title: '让书香飘进千家万户',
    subtitle: '——在全市读书月启动仪式上的讲话',
    dateLine: '（2025年4月1日）',
    byline: '林 晓 峰',
    paragraphs: [
      '各位来宾，同志们：',
      '今天我们在这里启动第十二届读书月活动。读书是一个人成长的阶梯，也是一座城市进步的底气。借此机会，我讲三点意见。',
      '一、把阅读阵地建到群众身边',
      '要继续推进社区书房建设，做到步行十五分钟就能走进一间书房。书房不在大，关键是有好书、有座位、有灯光，晚上也能开门。',
      '二、把优质读物送到孩子手中',
      '要办好流动图书车，每周至少到偏远学校一次，让山里的孩子同城里的孩子读到同样的书。',
      '三、把读书活动办得有声有色',
      '要多办朗诵会、读书会、作者见面会，少办形式主义的活动，让更多的人因为喜欢而读书。',
      '同志们，读书月只有三十天，读书却是一辈子的事。让我们一起努力！',
    ],
    source: '（来源：《云州宣传》2025年第4期）',
  },
  {
    title: '第三届古籍修复技艺大赛落下帷幕',
    paragraphs: [
      '4月20日，第三届古籍修复技艺大赛在市博物馆落下帷幕。来自九个城市的四十八名选手经过两天的比拼，决出一等奖三名、二等奖六名。',
      '比赛分为纸张染色、虫蛀修补、书页托裱三个项目。评委会主任介绍说，今年选手的平均年龄只有二十九岁，比上一届小了五岁，说明这门手艺后继有人。',
      '获奖作品将在市博物馆一楼展厅免费展出一个月。',
    ],
    source: '（云州日报）',
  },
];

export const TRADITIONAL_NEWS: readonly PlainArticle[] = [
  {
    title: '港島東區舉辦舊書交換日',
    dateLine: '2025年5月10日',
    paragraphs: [
      '港島東區圖書館昨日舉辦舊書交換日，吸引了近八百名市民參加。活動由三十名義工協助，市民可憑一本舊書換取另一本舊書，亦可將書籍捐贈予慈善團體。',
      '圖書館館長表示，這項活動旨在鼓勵市民珍惜資源，讓閒置的書籍重新找到讀者。今年收到的書籍超過五千冊，當中以小說及兒童讀物最受歡迎。',
      '下一次舊書交換日將於八月舉行，詳情會在圖書館網頁公布。',
    ],
    source: '（來源：東區社區報）',
  },
  {
    title: '學者講述古地圖的故事',
    dateLine: '2025年5月17日',
    paragraphs: [
      '歷史學者何家樂昨晚在大會堂舉行講座，講述古地圖的故事。他展示了十八世紀以來的十二幅地圖，說明海岸線和街道的變遷。',
      '何家樂指出，地圖不但記錄地理，也記錄繪圖者的眼光。讀懂一幅舊地圖，就等於讀懂一個時代。',
    ],
    source: '（來源：東區社區報）',
  },
];

export const ENGLISH_NEWS: readonly PlainArticle[] = [
  {
    title: 'New Greenhouse Opens at Mill Lane Garden',
    byline: 'By Jane Doe',
    dateLine: 'March 16, 2026',
    paragraphs: [
      'The new greenhouse at Mill Lane Garden opened on Monday morning after eight months of work by forty volunteers. It has room for three hundred seedling trays and a small bench where visitors can sit down and watch the rain.',
      'The garden committee raised the money through plant sales and two concerts. Its treasurer said that not a single penny had been borrowed, and that the heating will run on the sun alone from April to October.',
      'Anyone who wants to grow tomatoes under glass can book a shelf at the gate on Saturdays.',
    ],
    source: '(Source: Mill Lane Gazette)',
  },
  {
    title: 'Volunteers Wanted for the River Clean-Up',
    byline: 'By Tom Reed',
    dateLine: 'April 2, 2026',
    paragraphs: [
      'The spring river clean-up needs at least twenty more pairs of hands. Gloves, bags and tea are provided, and children are welcome if they come with an adult who can swim.',
      'Last year the group took eleven bicycles, a piano stool and more than two tonnes of plastic out of the water between the old bridge and the lock.',
    ],
    source: '(Source: Mill Lane Gazette)',
  },
  {
    title: 'What the Beekeepers Learned Last Winter',
    byline: 'By Priya Shah and Tom Reed',
    dateLine: 'April 9, 2026',
    paragraphs: [
      'Five of the nine hives survived the winter, which is two more than the year before. The beekeepers believe that the thicker walls and the later feeding made the difference.',
      'They will repeat the trial with all hives this autumn and publish the weights of each colony on the notice board.',
    ],
    source: '(Source: Mill Lane Gazette)',
  },
];
