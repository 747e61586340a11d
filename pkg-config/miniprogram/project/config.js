module.exports = {
  // 网页版的地址（业务域名下的 mini-program.html），例如 "https://www.example.gov.cn/wengang/mini-program.html"。
  // 留空则不提供网页版，只在小程序内计算。
  webAddress: "",
};
