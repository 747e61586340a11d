// One of each policy, by name: what runs in browsers cannot look into folders. properties.test.mjs says which is missing.

import * as anhui2025StabilisationRefund from "./policies/anhui-2025-stabilisation-refund.mjs";
import * as beijing2024FlexiblePremiumSubsidy from "./policies/beijing-2024-flexible-premium-subsidy.mjs";
import * as changzhou2020JobPlacement from "./policies/changzhou-2020-job-placement.mjs";
import * as changzhou2020LabourDispatch from "./policies/changzhou-2020-labour-dispatch.mjs";
import * as changzhou2020SkillCertificate from "./policies/changzhou-2020-skill-certificate.mjs";
import * as changzhou2020SkillsTraining from "./policies/changzhou-2020-skills-training.mjs";
import * as changzhou2020StabilisationRefund from "./policies/changzhou-2020-stabilisation-refund.mjs";
import * as changzhou2020WorkTraining from "./policies/changzhou-2020-work-training.mjs";
import * as changzhou2024StabilisationRefund from "./policies/changzhou-2024-stabilisation-refund.mjs";
import * as chengdu2024FlexiblePremiumSubsidy from "./policies/chengdu-2024-flexible-premium-subsidy.mjs";
import * as chongqing2024FlexiblePremiumSubsidy from "./policies/chongqing-2024-flexible-premium-subsidy.mjs";
import * as chongqing2025StabilisationRefund from "./policies/chongqing-2025-stabilisation-refund.mjs";
import * as dalian2023StabilisationRefund from "./policies/dalian-2023-stabilisation-refund.mjs";
import * as fujian2024DispatchRefund from "./policies/fujian-2024-dispatch-refund.mjs";
import * as guangdong2024StabilisationRefund from "./policies/guangdong-2024-stabilisation-refund.mjs";
import * as guangdong2026GraduatePremiumSubsidy from "./policies/guangdong-2026-graduate-premium-subsidy.mjs";
import * as guangdong2026JobSeekingSubsidy from "./policies/guangdong-2026-job-seeking-subsidy.mjs";
import * as guangxi2024StabilisationRefund from "./policies/guangxi-2024-stabilisation-refund.mjs";
import * as guizhou2025StabilisationRefund from "./policies/guizhou-2025-stabilisation-refund.mjs";
import * as hangzhou2023FlexiblePremiumSubsidy from "./policies/hangzhou-2023-flexible-premium-subsidy.mjs";
import * as hebei2024StabilisationRefund from "./policies/hebei-2024-stabilisation-refund.mjs";
import * as hebei2025StabilisationRefund from "./policies/hebei-2025-stabilisation-refund.mjs";
import * as henan2025StabilisationRefund from "./policies/henan-2025-stabilisation-refund.mjs";
import * as hunan2024StabilisationRefund from "./policies/hunan-2024-stabilisation-refund.mjs";
import * as innerMongolia2025StabilisationRefund from "./policies/inner-mongolia-2025-stabilisation-refund.mjs";
import * as jiangsu2025ExpansionSubsidy from "./policies/jiangsu-2025-expansion-subsidy.mjs";
import * as jiangsu2025PersonalPremiumSubsidy from "./policies/jiangsu-2025-personal-premium-subsidy.mjs";
import * as jiangsu2025SkillSubsidy from "./policies/jiangsu-2025-skill-subsidy.mjs";
import * as jiangsu2025StabilisationRefund from "./policies/jiangsu-2025-stabilisation-refund.mjs";
import * as jiangsuUnemploymentBenefitRate from "./policies/jiangsu-unemployment-benefit-rate.mjs";
import * as jiangxi2024DispatchRefund from "./policies/jiangxi-2024-dispatch-refund.mjs";
import * as jiangxi2024StabilisationRefund from "./policies/jiangxi-2024-stabilisation-refund.mjs";
import * as jilin2025StabilisationRefund from "./policies/jilin-2025-stabilisation-refund.mjs";
import * as nanjing2025FlexiblePremiumSubsidy from "./policies/nanjing-2025-flexible-premium-subsidy.mjs";
import * as national2023HiringTaxDeduction from "./policies/national-2023-hiring-tax-deduction.mjs";
import * as national2023SelfEmployedTaxDeduction from "./policies/national-2023-self-employed-tax-deduction.mjs";
import * as national2023VeteranHiringTaxDeduction from "./policies/national-2023-veteran-hiring-tax-deduction.mjs";
import * as national2024SkillSubsidy from "./policies/national-2024-skill-subsidy.mjs";
import * as national2025ExpansionSubsidy from "./policies/national-2025-expansion-subsidy.mjs";
import * as national2025PersonalPremiumSubsidy from "./policies/national-2025-personal-premium-subsidy.mjs";
import * as national2025SkillSubsidy from "./policies/national-2025-skill-subsidy.mjs";
import * as national2025StabilisationRefund from "./policies/national-2025-stabilisation-refund.mjs";
import * as national2026ExpansionSubsidy from "./policies/national-2026-expansion-subsidy.mjs";
import * as national2026SkillSubsidy from "./policies/national-2026-skill-subsidy.mjs";
import * as national2026StabilisationRefund from "./policies/national-2026-stabilisation-refund.mjs";
import * as nationalEnterpriseSize from "./policies/national-enterprise-size.mjs";
import * as nationalFlexiblePremiumSubsidy from "./policies/national-flexible-premium-subsidy.mjs";
import * as nationalGraduatePremiumSubsidy from "./policies/national-graduate-premium-subsidy.mjs";
import * as nationalHardshipHiringSubsidy from "./policies/national-hardship-hiring-subsidy.mjs";
import * as nationalOvertimePay from "./policies/national-overtime-pay.mjs";
import * as nationalRetirementAge from "./policies/national-retirement-age.mjs";
import * as nationalStabilisationRefund from "./policies/national-stabilisation-refund.mjs";
import * as nationalUnemploymentBenefit from "./policies/national-unemployment-benefit.mjs";
import * as ningbo2025TechnicianSubsidy from "./policies/ningbo-2025-technician-subsidy.mjs";
import * as shaanxi2023StabilisationRefund from "./policies/shaanxi-2023-stabilisation-refund.mjs";
import * as shandong2025DispatchRefund from "./policies/shandong-2025-dispatch-refund.mjs";
import * as shandong2025StabilisationRefund from "./policies/shandong-2025-stabilisation-refund.mjs";
import * as shanghai2021WorkTraining from "./policies/shanghai-2021-work-training.mjs";
import * as shanghai2022OnlineTraining from "./policies/shanghai-2022-online-training.mjs";
import * as shanghai2022SkillTariff from "./policies/shanghai-2022-skill-tariff.mjs";
import * as shanghai2023GraduatePremiumSubsidy from "./policies/shanghai-2023-graduate-premium-subsidy.mjs";
import * as shanghai2023StartupGrant from "./policies/shanghai-2023-startup-grant.mjs";
import * as shanghai2023StartupPremiumSubsidy from "./policies/shanghai-2023-startup-premium-subsidy.mjs";
import * as shanghai2023StartupRentSubsidy from "./policies/shanghai-2023-startup-rent-subsidy.mjs";
import * as shanghai2024HiringSubsidy from "./policies/shanghai-2024-hiring-subsidy.mjs";
import * as shanghai2024StabilisationRefund from "./policies/shanghai-2024-stabilisation-refund.mjs";
import * as shanghai2025ExpansionSubsidy from "./policies/shanghai-2025-expansion-subsidy.mjs";
import * as shanghai2026HardshipFlexiblePremiumSubsidy from "./policies/shanghai-2026-hardship-flexible-premium-subsidy.mjs";
import * as shanghai2026HardshipHiringSubsidy from "./policies/shanghai-2026-hardship-hiring-subsidy.mjs";
import * as shanghai2026UnemploymentBenefit from "./policies/shanghai-2026-unemployment-benefit.mjs";
import * as shanghaiPremiumEstimate from "./policies/shanghai-premium-estimate.mjs";
import * as shanxi2025StabilisationRefund from "./policies/shanxi-2025-stabilisation-refund.mjs";
import * as shenzhen2024FlexiblePremiumSubsidy from "./policies/shenzhen-2024-flexible-premium-subsidy.mjs";
import * as sichuan2025DispatchRefund from "./policies/sichuan-2025-dispatch-refund.mjs";
import * as sichuan2025StabilisationRefund from "./policies/sichuan-2025-stabilisation-refund.mjs";
import * as tianjin2022StabilisationRefund from "./policies/tianjin-2022-stabilisation-refund.mjs";
import * as tianjin2025FlexiblePremiumSubsidy from "./policies/tianjin-2025-flexible-premium-subsidy.mjs";
import * as xiamen2025StabilisationRefund from "./policies/xiamen-2025-stabilisation-refund.mjs";
import * as xinjiang2024StabilisationRefund from "./policies/xinjiang-2024-stabilisation-refund.mjs";
import * as yunnan2025StabilisationRefund from "./policies/yunnan-2025-stabilisation-refund.mjs";
import * as zhejiang2025DispatchRefund from "./policies/zhejiang-2025-dispatch-refund.mjs";
import * as zhejiang2025GraduateJobSubsidy from "./policies/zhejiang-2025-graduate-job-subsidy.mjs";
import * as zhejiang2025StabilisationRefund from "./policies/zhejiang-2025-stabilisation-refund.mjs";

/** @import { Oracle } from "./index.mjs" */

/** By policy. @type {Record<string, Oracle>} */
export const oracles = {
  "anhui-2025-stabilisation-refund": anhui2025StabilisationRefund,
  "beijing-2024-flexible-premium-subsidy": beijing2024FlexiblePremiumSubsidy,
  "changzhou-2020-job-placement": changzhou2020JobPlacement,
  "changzhou-2020-labour-dispatch": changzhou2020LabourDispatch,
  "changzhou-2020-skill-certificate": changzhou2020SkillCertificate,
  "changzhou-2020-skills-training": changzhou2020SkillsTraining,
  "changzhou-2020-stabilisation-refund": changzhou2020StabilisationRefund,
  "changzhou-2020-work-training": changzhou2020WorkTraining,
  "changzhou-2024-stabilisation-refund": changzhou2024StabilisationRefund,
  "chengdu-2024-flexible-premium-subsidy": chengdu2024FlexiblePremiumSubsidy,
  "chongqing-2024-flexible-premium-subsidy": chongqing2024FlexiblePremiumSubsidy,
  "chongqing-2025-stabilisation-refund": chongqing2025StabilisationRefund,
  "dalian-2023-stabilisation-refund": dalian2023StabilisationRefund,
  "fujian-2024-dispatch-refund": fujian2024DispatchRefund,
  "guangdong-2024-stabilisation-refund": guangdong2024StabilisationRefund,
  "guangdong-2026-graduate-premium-subsidy": guangdong2026GraduatePremiumSubsidy,
  "guangdong-2026-job-seeking-subsidy": guangdong2026JobSeekingSubsidy,
  "guangxi-2024-stabilisation-refund": guangxi2024StabilisationRefund,
  "guizhou-2025-stabilisation-refund": guizhou2025StabilisationRefund,
  "hangzhou-2023-flexible-premium-subsidy": hangzhou2023FlexiblePremiumSubsidy,
  "hebei-2024-stabilisation-refund": hebei2024StabilisationRefund,
  "hebei-2025-stabilisation-refund": hebei2025StabilisationRefund,
  "henan-2025-stabilisation-refund": henan2025StabilisationRefund,
  "hunan-2024-stabilisation-refund": hunan2024StabilisationRefund,
  "inner-mongolia-2025-stabilisation-refund": innerMongolia2025StabilisationRefund,
  "jiangsu-2025-expansion-subsidy": jiangsu2025ExpansionSubsidy,
  "jiangsu-2025-personal-premium-subsidy": jiangsu2025PersonalPremiumSubsidy,
  "jiangsu-2025-skill-subsidy": jiangsu2025SkillSubsidy,
  "jiangsu-2025-stabilisation-refund": jiangsu2025StabilisationRefund,
  "jiangsu-unemployment-benefit-rate": jiangsuUnemploymentBenefitRate,
  "jiangxi-2024-dispatch-refund": jiangxi2024DispatchRefund,
  "jiangxi-2024-stabilisation-refund": jiangxi2024StabilisationRefund,
  "jilin-2025-stabilisation-refund": jilin2025StabilisationRefund,
  "nanjing-2025-flexible-premium-subsidy": nanjing2025FlexiblePremiumSubsidy,
  "national-2023-hiring-tax-deduction": national2023HiringTaxDeduction,
  "national-2023-self-employed-tax-deduction": national2023SelfEmployedTaxDeduction,
  "national-2023-veteran-hiring-tax-deduction": national2023VeteranHiringTaxDeduction,
  "national-2024-skill-subsidy": national2024SkillSubsidy,
  "national-2025-expansion-subsidy": national2025ExpansionSubsidy,
  "national-2025-personal-premium-subsidy": national2025PersonalPremiumSubsidy,
  "national-2025-skill-subsidy": national2025SkillSubsidy,
  "national-2025-stabilisation-refund": national2025StabilisationRefund,
  "national-2026-expansion-subsidy": national2026ExpansionSubsidy,
  "national-2026-skill-subsidy": national2026SkillSubsidy,
  "national-2026-stabilisation-refund": national2026StabilisationRefund,
  "national-enterprise-size": nationalEnterpriseSize,
  "national-flexible-premium-subsidy": nationalFlexiblePremiumSubsidy,
  "national-graduate-premium-subsidy": nationalGraduatePremiumSubsidy,
  "national-hardship-hiring-subsidy": nationalHardshipHiringSubsidy,
  "national-overtime-pay": nationalOvertimePay,
  "national-retirement-age": nationalRetirementAge,
  "national-stabilisation-refund": nationalStabilisationRefund,
  "national-unemployment-benefit": nationalUnemploymentBenefit,
  "ningbo-2025-technician-subsidy": ningbo2025TechnicianSubsidy,
  "shaanxi-2023-stabilisation-refund": shaanxi2023StabilisationRefund,
  "shandong-2025-dispatch-refund": shandong2025DispatchRefund,
  "shandong-2025-stabilisation-refund": shandong2025StabilisationRefund,
  "shanghai-2021-work-training": shanghai2021WorkTraining,
  "shanghai-2022-online-training": shanghai2022OnlineTraining,
  "shanghai-2022-skill-tariff": shanghai2022SkillTariff,
  "shanghai-2023-graduate-premium-subsidy": shanghai2023GraduatePremiumSubsidy,
  "shanghai-2023-startup-grant": shanghai2023StartupGrant,
  "shanghai-2023-startup-premium-subsidy": shanghai2023StartupPremiumSubsidy,
  "shanghai-2023-startup-rent-subsidy": shanghai2023StartupRentSubsidy,
  "shanghai-2024-hiring-subsidy": shanghai2024HiringSubsidy,
  "shanghai-2024-stabilisation-refund": shanghai2024StabilisationRefund,
  "shanghai-2025-expansion-subsidy": shanghai2025ExpansionSubsidy,
  "shanghai-2026-hardship-flexible-premium-subsidy": shanghai2026HardshipFlexiblePremiumSubsidy,
  "shanghai-2026-hardship-hiring-subsidy": shanghai2026HardshipHiringSubsidy,
  "shanghai-2026-unemployment-benefit": shanghai2026UnemploymentBenefit,
  "shanghai-premium-estimate": shanghaiPremiumEstimate,
  "shanxi-2025-stabilisation-refund": shanxi2025StabilisationRefund,
  "shenzhen-2024-flexible-premium-subsidy": shenzhen2024FlexiblePremiumSubsidy,
  "sichuan-2025-dispatch-refund": sichuan2025DispatchRefund,
  "sichuan-2025-stabilisation-refund": sichuan2025StabilisationRefund,
  "tianjin-2022-stabilisation-refund": tianjin2022StabilisationRefund,
  "tianjin-2025-flexible-premium-subsidy": tianjin2025FlexiblePremiumSubsidy,
  "xiamen-2025-stabilisation-refund": xiamen2025StabilisationRefund,
  "xinjiang-2024-stabilisation-refund": xinjiang2024StabilisationRefund,
  "yunnan-2025-stabilisation-refund": yunnan2025StabilisationRefund,
  "zhejiang-2025-dispatch-refund": zhejiang2025DispatchRefund,
  "zhejiang-2025-graduate-job-subsidy": zhejiang2025GraduateJobSubsidy,
  "zhejiang-2025-stabilisation-refund": zhejiang2025StabilisationRefund,
};
