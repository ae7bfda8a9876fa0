// @ts-nocheck
// Printed from src/services/entry/contract.ts by `npm run generate`. Change that file instead.
const lengthOf = (text) => (/[\ud800-\udfff]/.test(text) ? [...text].length : text.length);
export const upsertEntries_body = (() => {
const schema11 = {"type":"object","required":["entries"],"properties":{"entries":{"type":"array","items":{"type":"object","required":["campaignId","globalUserId","entry","verdict","version","createdAt","updatedAt","fanModifiedAt","userInfo","rankedMarkets"],"properties":{"campaignId":{"type":"string","pattern":"^[a-z0-9-]{1,64}$"},"globalUserId":{"type":"string","pattern":"^[^#\\s\\u0000-\\u001f]{1,128}$","description":"globalUserId"},"entry":{"type":"object","additionalProperties":{}},"verdict":{"type":"string","enum":["PENDING","WINNER","LOSER","WAITLIST"]},"accessCode":{"type":"string"},"selection":{"type":"object","required":["drawId","waitlist"],"properties":{"drawId":{"type":"string"},"position":{"type":"integer","minimum":1,"description":"absent for who took no part in the draw"},"marketId":{"type":"string","pattern":"^[a-z0-9-]{1,64}$"},"sharedCode":{"type":"boolean","const":true},"waitlist":{"type":"array","items":{"type":"object","required":["marketId","place"],"properties":{"marketId":{"type":"string","pattern":"^[a-z0-9-]{1,64}$"},"place":{"type":"integer","minimum":1}}}}}},"version":{"type":"integer","minimum":1},"createdAt":{"type":"string","format":"date-time","description":"UTC instant, ISO 8601"},"updatedAt":{"type":"string","format":"date-time","description":"UTC instant, ISO 8601"},"fanModifiedAt":{"type":"string","format":"date-time","description":"UTC instant, ISO 8601"},"linkedFrom":{"type":"string","pattern":"^[a-z0-9-]{1,64}$"},"userInfo":{"type":"object","required":["globalUserId","email","firstName","lastName","locale"],"properties":{"globalUserId":{"type":"string","pattern":"^[^#\\s\\u0000-\\u001f]{1,128}$","description":"globalUserId"},"memberId":{"type":"string"},"email":{"type":"string"},"phoneNumber":{"type":"string"},"firstName":{"type":"string"},"lastName":{"type":"string"},"postalCode":{"type":"string"},"countryCode":{"type":"string"},"locale":{"type":"string"}}},"rankedMarkets":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9-]{1,64}$"},"description":"what the fan ranked, in that order: the service knows no campaign's preferences"}}},"minItems":1,"maxItems":25}}};
const pattern0 = new RegExp("^[a-z0-9-]{1,64}$", "u");
const pattern1 = new RegExp("^[^#\\s\\u0000-\\u001f]{1,128}$", "u");
const formats0 = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.entries === undefined) && (missing0 = "entries")){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.entries !== undefined){
let data0 = data.entries;
const _errs1 = errors;
if(errors === _errs1){
if(Array.isArray(data0)){
if(data0.length > 25){
validate10.errors = [{instancePath:instancePath+"/entries",schemaPath:"#/properties/entries/maxItems",keyword:"maxItems",params:{limit: 25},message:"must NOT have more than 25 items"}];
return false;
}
else {
if(data0.length < 1){
validate10.errors = [{instancePath:instancePath+"/entries",schemaPath:"#/properties/entries/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
const _errs3 = errors;
if(errors === _errs3){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if(((((((((((data1.campaignId === undefined) && (missing1 = "campaignId")) || ((data1.globalUserId === undefined) && (missing1 = "globalUserId"))) || ((data1.entry === undefined) && (missing1 = "entry"))) || ((data1.verdict === undefined) && (missing1 = "verdict"))) || ((data1.version === undefined) && (missing1 = "version"))) || ((data1.createdAt === undefined) && (missing1 = "createdAt"))) || ((data1.updatedAt === undefined) && (missing1 = "updatedAt"))) || ((data1.fanModifiedAt === undefined) && (missing1 = "fanModifiedAt"))) || ((data1.userInfo === undefined) && (missing1 = "userInfo"))) || ((data1.rankedMarkets === undefined) && (missing1 = "rankedMarkets"))){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0,schemaPath:"#/properties/entries/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data1.campaignId !== undefined){
let data2 = data1.campaignId;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/campaignId",schemaPath:"#/properties/entries/items/properties/campaignId/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,64}$"},message:"must match pattern \""+"^[a-z0-9-]{1,64}$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/campaignId",schemaPath:"#/properties/entries/items/properties/campaignId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs5 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.globalUserId !== undefined){
let data3 = data1.globalUserId;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data3 === "string"){
if(!pattern1.test(data3)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/globalUserId",schemaPath:"#/properties/entries/items/properties/globalUserId/pattern",keyword:"pattern",params:{pattern: "^[^#\\s\\u0000-\\u001f]{1,128}$"},message:"must match pattern \""+"^[^#\\s\\u0000-\\u001f]{1,128}$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/globalUserId",schemaPath:"#/properties/entries/items/properties/globalUserId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs7 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.entry !== undefined){
let data4 = data1.entry;
const _errs9 = errors;
if(errors === _errs9){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/entry",schemaPath:"#/properties/entries/items/properties/entry/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid2 = _errs9 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.verdict !== undefined){
let data5 = data1.verdict;
const _errs12 = errors;
if(typeof data5 !== "string"){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/verdict",schemaPath:"#/properties/entries/items/properties/verdict/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((((data5 === "PENDING") || (data5 === "WINNER")) || (data5 === "LOSER")) || (data5 === "WAITLIST"))){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/verdict",schemaPath:"#/properties/entries/items/properties/verdict/enum",keyword:"enum",params:{allowedValues: schema11.properties.entries.items.properties.verdict.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs12 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.accessCode !== undefined){
const _errs14 = errors;
if(typeof data1.accessCode !== "string"){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/accessCode",schemaPath:"#/properties/entries/items/properties/accessCode/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid2 = _errs14 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.selection !== undefined){
let data7 = data1.selection;
const _errs16 = errors;
if(errors === _errs16){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
let missing2;
if(((data7.drawId === undefined) && (missing2 = "drawId")) || ((data7.waitlist === undefined) && (missing2 = "waitlist"))){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection",schemaPath:"#/properties/entries/items/properties/selection/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data7.drawId !== undefined){
const _errs18 = errors;
if(typeof data7.drawId !== "string"){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/drawId",schemaPath:"#/properties/entries/items/properties/selection/properties/drawId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid3 = _errs18 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data7.position !== undefined){
let data9 = data7.position;
const _errs20 = errors;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/position",schemaPath:"#/properties/entries/items/properties/selection/properties/position/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs20){
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 1 || isNaN(data9)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/position",schemaPath:"#/properties/entries/items/properties/selection/properties/position/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid3 = _errs20 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data7.marketId !== undefined){
let data10 = data7.marketId;
const _errs22 = errors;
if(errors === _errs22){
if(typeof data10 === "string"){
if(!pattern0.test(data10)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/marketId",schemaPath:"#/properties/entries/items/properties/selection/properties/marketId/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,64}$"},message:"must match pattern \""+"^[a-z0-9-]{1,64}$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/marketId",schemaPath:"#/properties/entries/items/properties/selection/properties/marketId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs22 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data7.sharedCode !== undefined){
let data11 = data7.sharedCode;
const _errs24 = errors;
if(typeof data11 !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/sharedCode",schemaPath:"#/properties/entries/items/properties/selection/properties/sharedCode/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
if(true !== data11){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/sharedCode",schemaPath:"#/properties/entries/items/properties/selection/properties/sharedCode/const",keyword:"const",params:{allowedValue: true},message:"must be equal to constant"}];
return false;
}
var valid3 = _errs24 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data7.waitlist !== undefined){
let data12 = data7.waitlist;
const _errs26 = errors;
if(errors === _errs26){
if(Array.isArray(data12)){
var valid4 = true;
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
let data13 = data12[i1];
const _errs28 = errors;
if(errors === _errs28){
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
let missing3;
if(((data13.marketId === undefined) && (missing3 = "marketId")) || ((data13.place === undefined) && (missing3 = "place"))){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist/" + i1,schemaPath:"#/properties/entries/items/properties/selection/properties/waitlist/items/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"}];
return false;
}
else {
if(data13.marketId !== undefined){
let data14 = data13.marketId;
const _errs30 = errors;
if(errors === _errs30){
if(typeof data14 === "string"){
if(!pattern0.test(data14)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist/" + i1+"/marketId",schemaPath:"#/properties/entries/items/properties/selection/properties/waitlist/items/properties/marketId/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,64}$"},message:"must match pattern \""+"^[a-z0-9-]{1,64}$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist/" + i1+"/marketId",schemaPath:"#/properties/entries/items/properties/selection/properties/waitlist/items/properties/marketId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid5 = _errs30 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data13.place !== undefined){
let data15 = data13.place;
const _errs32 = errors;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist/" + i1+"/place",schemaPath:"#/properties/entries/items/properties/selection/properties/waitlist/items/properties/place/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs32){
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 < 1 || isNaN(data15)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist/" + i1+"/place",schemaPath:"#/properties/entries/items/properties/selection/properties/waitlist/items/properties/place/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid5 = _errs32 === errors;
}
else {
var valid5 = true;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist/" + i1,schemaPath:"#/properties/entries/items/properties/selection/properties/waitlist/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid4 = _errs28 === errors;
if(!valid4){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist",schemaPath:"#/properties/entries/items/properties/selection/properties/waitlist/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid3 = _errs26 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection",schemaPath:"#/properties/entries/items/properties/selection/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid2 = _errs16 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.version !== undefined){
let data16 = data1.version;
const _errs34 = errors;
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/version",schemaPath:"#/properties/entries/items/properties/version/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs34){
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 < 1 || isNaN(data16)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/version",schemaPath:"#/properties/entries/items/properties/version/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid2 = _errs34 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.createdAt !== undefined){
let data17 = data1.createdAt;
const _errs36 = errors;
if(errors === _errs36){
if(errors === _errs36){
if(typeof data17 === "string"){
if(!(formats0.test(data17))){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/createdAt",schemaPath:"#/properties/entries/items/properties/createdAt/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/createdAt",schemaPath:"#/properties/entries/items/properties/createdAt/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
var valid2 = _errs36 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.updatedAt !== undefined){
let data18 = data1.updatedAt;
const _errs38 = errors;
if(errors === _errs38){
if(errors === _errs38){
if(typeof data18 === "string"){
if(!(formats0.test(data18))){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/updatedAt",schemaPath:"#/properties/entries/items/properties/updatedAt/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/updatedAt",schemaPath:"#/properties/entries/items/properties/updatedAt/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
var valid2 = _errs38 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.fanModifiedAt !== undefined){
let data19 = data1.fanModifiedAt;
const _errs40 = errors;
if(errors === _errs40){
if(errors === _errs40){
if(typeof data19 === "string"){
if(!(formats0.test(data19))){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/fanModifiedAt",schemaPath:"#/properties/entries/items/properties/fanModifiedAt/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/fanModifiedAt",schemaPath:"#/properties/entries/items/properties/fanModifiedAt/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
var valid2 = _errs40 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.linkedFrom !== undefined){
let data20 = data1.linkedFrom;
const _errs42 = errors;
if(errors === _errs42){
if(typeof data20 === "string"){
if(!pattern0.test(data20)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/linkedFrom",schemaPath:"#/properties/entries/items/properties/linkedFrom/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,64}$"},message:"must match pattern \""+"^[a-z0-9-]{1,64}$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/linkedFrom",schemaPath:"#/properties/entries/items/properties/linkedFrom/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs42 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.userInfo !== undefined){
let data21 = data1.userInfo;
const _errs44 = errors;
if(errors === _errs44){
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
let missing4;
if((((((data21.globalUserId === undefined) && (missing4 = "globalUserId")) || ((data21.email === undefined) && (missing4 = "email"))) || ((data21.firstName === undefined) && (missing4 = "firstName"))) || ((data21.lastName === undefined) && (missing4 = "lastName"))) || ((data21.locale === undefined) && (missing4 = "locale"))){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/userInfo",schemaPath:"#/properties/entries/items/properties/userInfo/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'"}];
return false;
}
else {
if(data21.globalUserId !== undefined){
let data22 = data21.globalUserId;
const _errs46 = errors;
if(errors === _errs46){
if(typeof data22 === "string"){
if(!pattern1.test(data22)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/userInfo/globalUserId",schemaPath:"#/properties/entries/items/properties/userInfo/properties/globalUserId/pattern",keyword:"pattern",params:{pattern: "^[^#\\s\\u0000-\\u001f]{1,128}$"},message:"must match pattern \""+"^[^#\\s\\u0000-\\u001f]{1,128}$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/userInfo/globalUserId",schemaPath:"#/properties/entries/items/properties/userInfo/properties/globalUserId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid6 = _errs46 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data21.memberId !== undefined){
const _errs48 = errors;
if(typeof data21.memberId !== "string"){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/userInfo/memberId",schemaPath:"#/properties/entries/items/properties/userInfo/properties/memberId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid6 = _errs48 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data21.email !== undefined){
const _errs50 = errors;
if(typeof data21.email !== "string"){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/userInfo/email",schemaPath:"#/properties/entries/items/properties/userInfo/properties/email/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid6 = _errs50 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data21.phoneNumber !== undefined){
const _errs52 = errors;
if(typeof data21.phoneNumber !== "string"){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/userInfo/phoneNumber",schemaPath:"#/properties/entries/items/properties/userInfo/properties/phoneNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid6 = _errs52 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data21.firstName !== undefined){
const _errs54 = errors;
if(typeof data21.firstName !== "string"){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/userInfo/firstName",schemaPath:"#/properties/entries/items/properties/userInfo/properties/firstName/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid6 = _errs54 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data21.lastName !== undefined){
const _errs56 = errors;
if(typeof data21.lastName !== "string"){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/userInfo/lastName",schemaPath:"#/properties/entries/items/properties/userInfo/properties/lastName/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid6 = _errs56 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data21.postalCode !== undefined){
const _errs58 = errors;
if(typeof data21.postalCode !== "string"){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/userInfo/postalCode",schemaPath:"#/properties/entries/items/properties/userInfo/properties/postalCode/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid6 = _errs58 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data21.countryCode !== undefined){
const _errs60 = errors;
if(typeof data21.countryCode !== "string"){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/userInfo/countryCode",schemaPath:"#/properties/entries/items/properties/userInfo/properties/countryCode/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid6 = _errs60 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data21.locale !== undefined){
const _errs62 = errors;
if(typeof data21.locale !== "string"){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/userInfo/locale",schemaPath:"#/properties/entries/items/properties/userInfo/properties/locale/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid6 = _errs62 === errors;
}
else {
var valid6 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/userInfo",schemaPath:"#/properties/entries/items/properties/userInfo/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid2 = _errs44 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.rankedMarkets !== undefined){
let data31 = data1.rankedMarkets;
const _errs64 = errors;
if(errors === _errs64){
if(Array.isArray(data31)){
var valid7 = true;
const len2 = data31.length;
for(let i2=0; i2<len2; i2++){
let data32 = data31[i2];
const _errs66 = errors;
if(errors === _errs66){
if(typeof data32 === "string"){
if(!pattern0.test(data32)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/rankedMarkets/" + i2,schemaPath:"#/properties/entries/items/properties/rankedMarkets/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,64}$"},message:"must match pattern \""+"^[a-z0-9-]{1,64}$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/rankedMarkets/" + i2,schemaPath:"#/properties/entries/items/properties/rankedMarkets/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid7 = _errs66 === errors;
if(!valid7){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/rankedMarkets",schemaPath:"#/properties/entries/items/properties/rankedMarkets/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid2 = _errs64 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0,schemaPath:"#/properties/entries/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid1 = _errs3 === errors;
if(!valid1){
break;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries",schemaPath:"#/properties/entries/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
}
}
}
else {
validate10.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
return validate10;
})();

export const deleteEntries_body = (() => {
const schema11 = {"type":"object","required":["entries"],"properties":{"entries":{"type":"array","items":{"type":"object","required":["campaignId","globalUserId","createdAt","version"],"properties":{"campaignId":{"type":"string","pattern":"^[a-z0-9-]{1,64}$"},"globalUserId":{"type":"string","pattern":"^[^#\\s\\u0000-\\u001f]{1,128}$","description":"globalUserId"},"createdAt":{"type":"string","format":"date-time","description":"UTC instant, ISO 8601"},"version":{"type":"integer","minimum":1}}},"minItems":1,"maxItems":25}}};
const pattern0 = new RegExp("^[a-z0-9-]{1,64}$", "u");
const pattern1 = new RegExp("^[^#\\s\\u0000-\\u001f]{1,128}$", "u");
const formats0 = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.entries === undefined) && (missing0 = "entries")){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.entries !== undefined){
let data0 = data.entries;
const _errs1 = errors;
if(errors === _errs1){
if(Array.isArray(data0)){
if(data0.length > 25){
validate10.errors = [{instancePath:instancePath+"/entries",schemaPath:"#/properties/entries/maxItems",keyword:"maxItems",params:{limit: 25},message:"must NOT have more than 25 items"}];
return false;
}
else {
if(data0.length < 1){
validate10.errors = [{instancePath:instancePath+"/entries",schemaPath:"#/properties/entries/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
const _errs3 = errors;
if(errors === _errs3){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if(((((data1.campaignId === undefined) && (missing1 = "campaignId")) || ((data1.globalUserId === undefined) && (missing1 = "globalUserId"))) || ((data1.createdAt === undefined) && (missing1 = "createdAt"))) || ((data1.version === undefined) && (missing1 = "version"))){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0,schemaPath:"#/properties/entries/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data1.campaignId !== undefined){
let data2 = data1.campaignId;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/campaignId",schemaPath:"#/properties/entries/items/properties/campaignId/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,64}$"},message:"must match pattern \""+"^[a-z0-9-]{1,64}$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/campaignId",schemaPath:"#/properties/entries/items/properties/campaignId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs5 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.globalUserId !== undefined){
let data3 = data1.globalUserId;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data3 === "string"){
if(!pattern1.test(data3)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/globalUserId",schemaPath:"#/properties/entries/items/properties/globalUserId/pattern",keyword:"pattern",params:{pattern: "^[^#\\s\\u0000-\\u001f]{1,128}$"},message:"must match pattern \""+"^[^#\\s\\u0000-\\u001f]{1,128}$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/globalUserId",schemaPath:"#/properties/entries/items/properties/globalUserId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs7 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.createdAt !== undefined){
let data4 = data1.createdAt;
const _errs9 = errors;
if(errors === _errs9){
if(errors === _errs9){
if(typeof data4 === "string"){
if(!(formats0.test(data4))){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/createdAt",schemaPath:"#/properties/entries/items/properties/createdAt/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/createdAt",schemaPath:"#/properties/entries/items/properties/createdAt/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
var valid2 = _errs9 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.version !== undefined){
let data5 = data1.version;
const _errs11 = errors;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/version",schemaPath:"#/properties/entries/items/properties/version/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs11){
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 1 || isNaN(data5)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/version",schemaPath:"#/properties/entries/items/properties/version/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid2 = _errs11 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0,schemaPath:"#/properties/entries/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid1 = _errs3 === errors;
if(!valid1){
break;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries",schemaPath:"#/properties/entries/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
}
}
}
else {
validate10.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
return validate10;
})();

export const getEntries_body = (() => {
const schema11 = {"type":"object","required":["campaignId","globalUserIds"],"properties":{"campaignId":{"type":"string","pattern":"^[a-z0-9-]{1,64}$"},"globalUserIds":{"type":"array","items":{"type":"string","pattern":"^[^#\\s\\u0000-\\u001f]{1,128}$","description":"globalUserId"},"minItems":1,"maxItems":100}}};
const pattern0 = new RegExp("^[a-z0-9-]{1,64}$", "u");
const pattern1 = new RegExp("^[^#\\s\\u0000-\\u001f]{1,128}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.campaignId === undefined) && (missing0 = "campaignId")) || ((data.globalUserIds === undefined) && (missing0 = "globalUserIds"))){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.campaignId !== undefined){
let data0 = data.campaignId;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
validate10.errors = [{instancePath:instancePath+"/campaignId",schemaPath:"#/properties/campaignId/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,64}$"},message:"must match pattern \""+"^[a-z0-9-]{1,64}$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/campaignId",schemaPath:"#/properties/campaignId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.globalUserIds !== undefined){
let data1 = data.globalUserIds;
const _errs3 = errors;
if(errors === _errs3){
if(Array.isArray(data1)){
if(data1.length > 100){
validate10.errors = [{instancePath:instancePath+"/globalUserIds",schemaPath:"#/properties/globalUserIds/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"}];
return false;
}
else {
if(data1.length < 1){
validate10.errors = [{instancePath:instancePath+"/globalUserIds",schemaPath:"#/properties/globalUserIds/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(!pattern1.test(data2)){
validate10.errors = [{instancePath:instancePath+"/globalUserIds/" + i0,schemaPath:"#/properties/globalUserIds/items/pattern",keyword:"pattern",params:{pattern: "^[^#\\s\\u0000-\\u001f]{1,128}$"},message:"must match pattern \""+"^[^#\\s\\u0000-\\u001f]{1,128}$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/globalUserIds/" + i0,schemaPath:"#/properties/globalUserIds/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs5 === errors;
if(!valid1){
break;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/globalUserIds",schemaPath:"#/properties/globalUserIds/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
validate10.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
return validate10;
})();

export const assignCodes_body = (() => {
const schema11 = {"type":"object","required":["campaignId","marketId","drawId","codes","entries"],"properties":{"campaignId":{"type":"string","pattern":"^[a-z0-9-]{1,64}$"},"marketId":{"type":"string","pattern":"^[a-z0-9-]{1,64}$"},"drawId":{"type":"string"},"codes":{"type":"string","enum":["unique","shared"]},"entries":{"type":"array","items":{"type":"object","required":["globalUserId","verdict","selection"],"properties":{"globalUserId":{"type":"string","pattern":"^[^#\\s\\u0000-\\u001f]{1,128}$","description":"globalUserId"},"verdict":{"type":"string","enum":["WINNER","LOSER","WAITLIST"]},"accessCode":{"type":"string"},"selection":{"type":"object","required":["drawId","waitlist"],"properties":{"drawId":{"type":"string"},"position":{"type":"integer","minimum":1,"description":"absent for who took no part in the draw"},"marketId":{"type":"string","pattern":"^[a-z0-9-]{1,64}$"},"sharedCode":{"type":"boolean","const":true},"waitlist":{"type":"array","items":{"type":"object","required":["marketId","place"],"properties":{"marketId":{"type":"string","pattern":"^[a-z0-9-]{1,64}$"},"place":{"type":"integer","minimum":1}}}}}}}},"minItems":1,"maxItems":25}}};
const pattern0 = new RegExp("^[a-z0-9-]{1,64}$", "u");
const pattern2 = new RegExp("^[^#\\s\\u0000-\\u001f]{1,128}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.campaignId === undefined) && (missing0 = "campaignId")) || ((data.marketId === undefined) && (missing0 = "marketId"))) || ((data.drawId === undefined) && (missing0 = "drawId"))) || ((data.codes === undefined) && (missing0 = "codes"))) || ((data.entries === undefined) && (missing0 = "entries"))){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.campaignId !== undefined){
let data0 = data.campaignId;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
validate10.errors = [{instancePath:instancePath+"/campaignId",schemaPath:"#/properties/campaignId/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,64}$"},message:"must match pattern \""+"^[a-z0-9-]{1,64}$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/campaignId",schemaPath:"#/properties/campaignId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.marketId !== undefined){
let data1 = data.marketId;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
validate10.errors = [{instancePath:instancePath+"/marketId",schemaPath:"#/properties/marketId/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,64}$"},message:"must match pattern \""+"^[a-z0-9-]{1,64}$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/marketId",schemaPath:"#/properties/marketId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.drawId !== undefined){
const _errs5 = errors;
if(typeof data.drawId !== "string"){
validate10.errors = [{instancePath:instancePath+"/drawId",schemaPath:"#/properties/drawId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.codes !== undefined){
let data3 = data.codes;
const _errs7 = errors;
if(typeof data3 !== "string"){
validate10.errors = [{instancePath:instancePath+"/codes",schemaPath:"#/properties/codes/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((data3 === "unique") || (data3 === "shared"))){
validate10.errors = [{instancePath:instancePath+"/codes",schemaPath:"#/properties/codes/enum",keyword:"enum",params:{allowedValues: schema11.properties.codes.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.entries !== undefined){
let data4 = data.entries;
const _errs9 = errors;
if(errors === _errs9){
if(Array.isArray(data4)){
if(data4.length > 25){
validate10.errors = [{instancePath:instancePath+"/entries",schemaPath:"#/properties/entries/maxItems",keyword:"maxItems",params:{limit: 25},message:"must NOT have more than 25 items"}];
return false;
}
else {
if(data4.length < 1){
validate10.errors = [{instancePath:instancePath+"/entries",schemaPath:"#/properties/entries/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
const _errs11 = errors;
if(errors === _errs11){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing1;
if((((data5.globalUserId === undefined) && (missing1 = "globalUserId")) || ((data5.verdict === undefined) && (missing1 = "verdict"))) || ((data5.selection === undefined) && (missing1 = "selection"))){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0,schemaPath:"#/properties/entries/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data5.globalUserId !== undefined){
let data6 = data5.globalUserId;
const _errs13 = errors;
if(errors === _errs13){
if(typeof data6 === "string"){
if(!pattern2.test(data6)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/globalUserId",schemaPath:"#/properties/entries/items/properties/globalUserId/pattern",keyword:"pattern",params:{pattern: "^[^#\\s\\u0000-\\u001f]{1,128}$"},message:"must match pattern \""+"^[^#\\s\\u0000-\\u001f]{1,128}$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/globalUserId",schemaPath:"#/properties/entries/items/properties/globalUserId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs13 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data5.verdict !== undefined){
let data7 = data5.verdict;
const _errs15 = errors;
if(typeof data7 !== "string"){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/verdict",schemaPath:"#/properties/entries/items/properties/verdict/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((data7 === "WINNER") || (data7 === "LOSER")) || (data7 === "WAITLIST"))){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/verdict",schemaPath:"#/properties/entries/items/properties/verdict/enum",keyword:"enum",params:{allowedValues: schema11.properties.entries.items.properties.verdict.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs15 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data5.accessCode !== undefined){
const _errs17 = errors;
if(typeof data5.accessCode !== "string"){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/accessCode",schemaPath:"#/properties/entries/items/properties/accessCode/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid2 = _errs17 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data5.selection !== undefined){
let data9 = data5.selection;
const _errs19 = errors;
if(errors === _errs19){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
let missing2;
if(((data9.drawId === undefined) && (missing2 = "drawId")) || ((data9.waitlist === undefined) && (missing2 = "waitlist"))){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection",schemaPath:"#/properties/entries/items/properties/selection/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data9.drawId !== undefined){
const _errs21 = errors;
if(typeof data9.drawId !== "string"){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/drawId",schemaPath:"#/properties/entries/items/properties/selection/properties/drawId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid3 = _errs21 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data9.position !== undefined){
let data11 = data9.position;
const _errs23 = errors;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/position",schemaPath:"#/properties/entries/items/properties/selection/properties/position/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs23){
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 1 || isNaN(data11)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/position",schemaPath:"#/properties/entries/items/properties/selection/properties/position/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid3 = _errs23 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data9.marketId !== undefined){
let data12 = data9.marketId;
const _errs25 = errors;
if(errors === _errs25){
if(typeof data12 === "string"){
if(!pattern0.test(data12)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/marketId",schemaPath:"#/properties/entries/items/properties/selection/properties/marketId/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,64}$"},message:"must match pattern \""+"^[a-z0-9-]{1,64}$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/marketId",schemaPath:"#/properties/entries/items/properties/selection/properties/marketId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs25 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data9.sharedCode !== undefined){
let data13 = data9.sharedCode;
const _errs27 = errors;
if(typeof data13 !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/sharedCode",schemaPath:"#/properties/entries/items/properties/selection/properties/sharedCode/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
if(true !== data13){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/sharedCode",schemaPath:"#/properties/entries/items/properties/selection/properties/sharedCode/const",keyword:"const",params:{allowedValue: true},message:"must be equal to constant"}];
return false;
}
var valid3 = _errs27 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data9.waitlist !== undefined){
let data14 = data9.waitlist;
const _errs29 = errors;
if(errors === _errs29){
if(Array.isArray(data14)){
var valid4 = true;
const len1 = data14.length;
for(let i1=0; i1<len1; i1++){
let data15 = data14[i1];
const _errs31 = errors;
if(errors === _errs31){
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
let missing3;
if(((data15.marketId === undefined) && (missing3 = "marketId")) || ((data15.place === undefined) && (missing3 = "place"))){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist/" + i1,schemaPath:"#/properties/entries/items/properties/selection/properties/waitlist/items/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"}];
return false;
}
else {
if(data15.marketId !== undefined){
let data16 = data15.marketId;
const _errs33 = errors;
if(errors === _errs33){
if(typeof data16 === "string"){
if(!pattern0.test(data16)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist/" + i1+"/marketId",schemaPath:"#/properties/entries/items/properties/selection/properties/waitlist/items/properties/marketId/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,64}$"},message:"must match pattern \""+"^[a-z0-9-]{1,64}$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist/" + i1+"/marketId",schemaPath:"#/properties/entries/items/properties/selection/properties/waitlist/items/properties/marketId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid5 = _errs33 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data15.place !== undefined){
let data17 = data15.place;
const _errs35 = errors;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist/" + i1+"/place",schemaPath:"#/properties/entries/items/properties/selection/properties/waitlist/items/properties/place/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs35){
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 < 1 || isNaN(data17)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist/" + i1+"/place",schemaPath:"#/properties/entries/items/properties/selection/properties/waitlist/items/properties/place/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid5 = _errs35 === errors;
}
else {
var valid5 = true;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist/" + i1,schemaPath:"#/properties/entries/items/properties/selection/properties/waitlist/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid4 = _errs31 === errors;
if(!valid4){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist",schemaPath:"#/properties/entries/items/properties/selection/properties/waitlist/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid3 = _errs29 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection",schemaPath:"#/properties/entries/items/properties/selection/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid2 = _errs19 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0,schemaPath:"#/properties/entries/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid1 = _errs11 === errors;
if(!valid1){
break;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries",schemaPath:"#/properties/entries/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
return validate10;
})();

export const checkInvite_body = (() => {
const schema11 = {"type":"object","required":["key","value"],"properties":{"key":{"type":"string","enum":["email","globalUserId","memberId"]},"value":{"type":"string","minLength":1,"maxLength":320}}};
const func2 = lengthOf;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.key === undefined) && (missing0 = "key")) || ((data.value === undefined) && (missing0 = "value"))){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.key !== undefined){
let data0 = data.key;
const _errs1 = errors;
if(typeof data0 !== "string"){
validate10.errors = [{instancePath:instancePath+"/key",schemaPath:"#/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((data0 === "email") || (data0 === "globalUserId")) || (data0 === "memberId"))){
validate10.errors = [{instancePath:instancePath+"/key",schemaPath:"#/properties/key/enum",keyword:"enum",params:{allowedValues: schema11.properties.key.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.value !== undefined){
let data1 = data.value;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(func2(data1) > 320){
validate10.errors = [{instancePath:instancePath+"/value",schemaPath:"#/properties/value/maxLength",keyword:"maxLength",params:{limit: 320},message:"must NOT have more than 320 characters"}];
return false;
}
else {
if(func2(data1) < 1){
validate10.errors = [{instancePath:instancePath+"/value",schemaPath:"#/properties/value/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/value",schemaPath:"#/properties/value/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
validate10.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
return validate10;
})();

export const importInvites_body = (() => {
const schema11 = {"type":"object","required":["key","values"],"properties":{"key":{"type":"string","enum":["email","globalUserId","memberId"]},"values":{"type":"array","items":{"type":"string","minLength":1,"maxLength":320},"minItems":1,"maxItems":10000}}};
const func2 = lengthOf;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.key === undefined) && (missing0 = "key")) || ((data.values === undefined) && (missing0 = "values"))){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.key !== undefined){
let data0 = data.key;
const _errs1 = errors;
if(typeof data0 !== "string"){
validate10.errors = [{instancePath:instancePath+"/key",schemaPath:"#/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((data0 === "email") || (data0 === "globalUserId")) || (data0 === "memberId"))){
validate10.errors = [{instancePath:instancePath+"/key",schemaPath:"#/properties/key/enum",keyword:"enum",params:{allowedValues: schema11.properties.key.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.values !== undefined){
let data1 = data.values;
const _errs3 = errors;
if(errors === _errs3){
if(Array.isArray(data1)){
if(data1.length > 10000){
validate10.errors = [{instancePath:instancePath+"/values",schemaPath:"#/properties/values/maxItems",keyword:"maxItems",params:{limit: 10000},message:"must NOT have more than 10000 items"}];
return false;
}
else {
if(data1.length < 1){
validate10.errors = [{instancePath:instancePath+"/values",schemaPath:"#/properties/values/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(func2(data2) > 320){
validate10.errors = [{instancePath:instancePath+"/values/" + i0,schemaPath:"#/properties/values/items/maxLength",keyword:"maxLength",params:{limit: 320},message:"must NOT have more than 320 characters"}];
return false;
}
else {
if(func2(data2) < 1){
validate10.errors = [{instancePath:instancePath+"/values/" + i0,schemaPath:"#/properties/values/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/values/" + i0,schemaPath:"#/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs5 === errors;
if(!valid1){
break;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/values",schemaPath:"#/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
validate10.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
return validate10;
})();

export const importScores_body = (() => {
const schema11 = {"type":"object","required":["scores"],"properties":{"scores":{"type":"array","items":{"type":"object","required":["globalUserId","score"],"properties":{"globalUserId":{"type":"string","pattern":"^[^#\\s\\u0000-\\u001f]{1,128}$","description":"globalUserId"},"score":{"type":"integer","minimum":0,"maximum":1000}}},"minItems":1,"maxItems":1000}}};
const pattern0 = new RegExp("^[^#\\s\\u0000-\\u001f]{1,128}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.scores === undefined) && (missing0 = "scores")){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.scores !== undefined){
let data0 = data.scores;
const _errs1 = errors;
if(errors === _errs1){
if(Array.isArray(data0)){
if(data0.length > 1000){
validate10.errors = [{instancePath:instancePath+"/scores",schemaPath:"#/properties/scores/maxItems",keyword:"maxItems",params:{limit: 1000},message:"must NOT have more than 1000 items"}];
return false;
}
else {
if(data0.length < 1){
validate10.errors = [{instancePath:instancePath+"/scores",schemaPath:"#/properties/scores/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
const _errs3 = errors;
if(errors === _errs3){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if(((data1.globalUserId === undefined) && (missing1 = "globalUserId")) || ((data1.score === undefined) && (missing1 = "score"))){
validate10.errors = [{instancePath:instancePath+"/scores/" + i0,schemaPath:"#/properties/scores/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data1.globalUserId !== undefined){
let data2 = data1.globalUserId;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
validate10.errors = [{instancePath:instancePath+"/scores/" + i0+"/globalUserId",schemaPath:"#/properties/scores/items/properties/globalUserId/pattern",keyword:"pattern",params:{pattern: "^[^#\\s\\u0000-\\u001f]{1,128}$"},message:"must match pattern \""+"^[^#\\s\\u0000-\\u001f]{1,128}$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/scores/" + i0+"/globalUserId",schemaPath:"#/properties/scores/items/properties/globalUserId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs5 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.score !== undefined){
let data3 = data1.score;
const _errs7 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
validate10.errors = [{instancePath:instancePath+"/scores/" + i0+"/score",schemaPath:"#/properties/scores/items/properties/score/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs7){
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 1000 || isNaN(data3)){
validate10.errors = [{instancePath:instancePath+"/scores/" + i0+"/score",schemaPath:"#/properties/scores/items/properties/score/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"}];
return false;
}
else {
if(data3 < 0 || isNaN(data3)){
validate10.errors = [{instancePath:instancePath+"/scores/" + i0+"/score",schemaPath:"#/properties/scores/items/properties/score/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid2 = _errs7 === errors;
}
else {
var valid2 = true;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/scores/" + i0,schemaPath:"#/properties/scores/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid1 = _errs3 === errors;
if(!valid1){
break;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/scores",schemaPath:"#/properties/scores/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
}
}
}
else {
validate10.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
return validate10;
})();

export const refreshScores_body = (() => {
const schema11 = {"type":"object","required":["entries"],"properties":{"entries":{"type":"array","items":{"type":"object","required":["campaignId","globalUserId"],"properties":{"campaignId":{"type":"string","pattern":"^[a-z0-9-]{1,64}$"},"globalUserId":{"type":"string","pattern":"^[^#\\s\\u0000-\\u001f]{1,128}$","description":"globalUserId"}}},"minItems":1,"maxItems":25}}};
const pattern0 = new RegExp("^[a-z0-9-]{1,64}$", "u");
const pattern1 = new RegExp("^[^#\\s\\u0000-\\u001f]{1,128}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.entries === undefined) && (missing0 = "entries")){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.entries !== undefined){
let data0 = data.entries;
const _errs1 = errors;
if(errors === _errs1){
if(Array.isArray(data0)){
if(data0.length > 25){
validate10.errors = [{instancePath:instancePath+"/entries",schemaPath:"#/properties/entries/maxItems",keyword:"maxItems",params:{limit: 25},message:"must NOT have more than 25 items"}];
return false;
}
else {
if(data0.length < 1){
validate10.errors = [{instancePath:instancePath+"/entries",schemaPath:"#/properties/entries/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
const _errs3 = errors;
if(errors === _errs3){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if(((data1.campaignId === undefined) && (missing1 = "campaignId")) || ((data1.globalUserId === undefined) && (missing1 = "globalUserId"))){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0,schemaPath:"#/properties/entries/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data1.campaignId !== undefined){
let data2 = data1.campaignId;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/campaignId",schemaPath:"#/properties/entries/items/properties/campaignId/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,64}$"},message:"must match pattern \""+"^[a-z0-9-]{1,64}$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/campaignId",schemaPath:"#/properties/entries/items/properties/campaignId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs5 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.globalUserId !== undefined){
let data3 = data1.globalUserId;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data3 === "string"){
if(!pattern1.test(data3)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/globalUserId",schemaPath:"#/properties/entries/items/properties/globalUserId/pattern",keyword:"pattern",params:{pattern: "^[^#\\s\\u0000-\\u001f]{1,128}$"},message:"must match pattern \""+"^[^#\\s\\u0000-\\u001f]{1,128}$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/globalUserId",schemaPath:"#/properties/entries/items/properties/globalUserId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs7 === errors;
}
else {
var valid2 = true;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0,schemaPath:"#/properties/entries/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid1 = _errs3 === errors;
if(!valid1){
break;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries",schemaPath:"#/properties/entries/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
}
}
}
else {
validate10.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
return validate10;
})();

export const eraseInvites_body = (() => {
const schema11 = {"type":"object","required":["emails","memberIds"],"properties":{"emails":{"type":"array","items":{"type":"string","minLength":1,"maxLength":320},"maxItems":100},"memberIds":{"type":"array","items":{"type":"string","minLength":1,"maxLength":320},"maxItems":100}}};
const func2 = lengthOf;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.emails === undefined) && (missing0 = "emails")) || ((data.memberIds === undefined) && (missing0 = "memberIds"))){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.emails !== undefined){
let data0 = data.emails;
const _errs1 = errors;
if(errors === _errs1){
if(Array.isArray(data0)){
if(data0.length > 100){
validate10.errors = [{instancePath:instancePath+"/emails",schemaPath:"#/properties/emails/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(func2(data1) > 320){
validate10.errors = [{instancePath:instancePath+"/emails/" + i0,schemaPath:"#/properties/emails/items/maxLength",keyword:"maxLength",params:{limit: 320},message:"must NOT have more than 320 characters"}];
return false;
}
else {
if(func2(data1) < 1){
validate10.errors = [{instancePath:instancePath+"/emails/" + i0,schemaPath:"#/properties/emails/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/emails/" + i0,schemaPath:"#/properties/emails/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs3 === errors;
if(!valid1){
break;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/emails",schemaPath:"#/properties/emails/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.memberIds !== undefined){
let data2 = data.memberIds;
const _errs5 = errors;
if(errors === _errs5){
if(Array.isArray(data2)){
if(data2.length > 100){
validate10.errors = [{instancePath:instancePath+"/memberIds",schemaPath:"#/properties/memberIds/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"}];
return false;
}
else {
var valid2 = true;
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
const _errs7 = errors;
if(errors === _errs7){
if(typeof data3 === "string"){
if(func2(data3) > 320){
validate10.errors = [{instancePath:instancePath+"/memberIds/" + i1,schemaPath:"#/properties/memberIds/items/maxLength",keyword:"maxLength",params:{limit: 320},message:"must NOT have more than 320 characters"}];
return false;
}
else {
if(func2(data3) < 1){
validate10.errors = [{instancePath:instancePath+"/memberIds/" + i1,schemaPath:"#/properties/memberIds/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/memberIds/" + i1,schemaPath:"#/properties/memberIds/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs7 === errors;
if(!valid2){
break;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/memberIds",schemaPath:"#/properties/memberIds/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
validate10.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
return validate10;
})();
