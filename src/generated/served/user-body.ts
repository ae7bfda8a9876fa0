// @ts-nocheck
// Printed from src/services/user/contract.ts by `npm run generate`. Change that file instead.
const lengthOf = (text) => (/[\ud800-\udfff]/.test(text) ? [...text].length : text.length);
export const upsertUsers_body = (() => {
const schema11 = {"type":"object","required":["users"],"properties":{"users":{"type":"array","items":{"type":"object","required":["globalUserId","email","firstName","lastName","locale"],"properties":{"globalUserId":{"type":"string","pattern":"^[^#\\s\\u0000-\\u001f]{1,128}$","description":"globalUserId"},"memberId":{"type":"string"},"email":{"type":"string"},"phoneNumber":{"type":"string"},"firstName":{"type":"string"},"lastName":{"type":"string"},"postalCode":{"type":"string"},"countryCode":{"type":"string"},"locale":{"type":"string"},"modifiedAt":{"type":"string","format":"date-time","description":"when the fan said so: of two the later stands"}}},"minItems":1,"maxItems":25}}};
const pattern0 = new RegExp("^[^#\\s\\u0000-\\u001f]{1,128}$", "u");
const formats0 = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.users === undefined) && (missing0 = "users")){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.users !== undefined){
let data0 = data.users;
const _errs1 = errors;
if(errors === _errs1){
if(Array.isArray(data0)){
if(data0.length > 25){
validate10.errors = [{instancePath:instancePath+"/users",schemaPath:"#/properties/users/maxItems",keyword:"maxItems",params:{limit: 25},message:"must NOT have more than 25 items"}];
return false;
}
else {
if(data0.length < 1){
validate10.errors = [{instancePath:instancePath+"/users",schemaPath:"#/properties/users/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
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
if((((((data1.globalUserId === undefined) && (missing1 = "globalUserId")) || ((data1.email === undefined) && (missing1 = "email"))) || ((data1.firstName === undefined) && (missing1 = "firstName"))) || ((data1.lastName === undefined) && (missing1 = "lastName"))) || ((data1.locale === undefined) && (missing1 = "locale"))){
validate10.errors = [{instancePath:instancePath+"/users/" + i0,schemaPath:"#/properties/users/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data1.globalUserId !== undefined){
let data2 = data1.globalUserId;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
validate10.errors = [{instancePath:instancePath+"/users/" + i0+"/globalUserId",schemaPath:"#/properties/users/items/properties/globalUserId/pattern",keyword:"pattern",params:{pattern: "^[^#\\s\\u0000-\\u001f]{1,128}$"},message:"must match pattern \""+"^[^#\\s\\u0000-\\u001f]{1,128}$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/users/" + i0+"/globalUserId",schemaPath:"#/properties/users/items/properties/globalUserId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs5 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.memberId !== undefined){
const _errs7 = errors;
if(typeof data1.memberId !== "string"){
validate10.errors = [{instancePath:instancePath+"/users/" + i0+"/memberId",schemaPath:"#/properties/users/items/properties/memberId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid2 = _errs7 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.email !== undefined){
const _errs9 = errors;
if(typeof data1.email !== "string"){
validate10.errors = [{instancePath:instancePath+"/users/" + i0+"/email",schemaPath:"#/properties/users/items/properties/email/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid2 = _errs9 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.phoneNumber !== undefined){
const _errs11 = errors;
if(typeof data1.phoneNumber !== "string"){
validate10.errors = [{instancePath:instancePath+"/users/" + i0+"/phoneNumber",schemaPath:"#/properties/users/items/properties/phoneNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid2 = _errs11 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.firstName !== undefined){
const _errs13 = errors;
if(typeof data1.firstName !== "string"){
validate10.errors = [{instancePath:instancePath+"/users/" + i0+"/firstName",schemaPath:"#/properties/users/items/properties/firstName/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid2 = _errs13 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.lastName !== undefined){
const _errs15 = errors;
if(typeof data1.lastName !== "string"){
validate10.errors = [{instancePath:instancePath+"/users/" + i0+"/lastName",schemaPath:"#/properties/users/items/properties/lastName/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid2 = _errs15 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.postalCode !== undefined){
const _errs17 = errors;
if(typeof data1.postalCode !== "string"){
validate10.errors = [{instancePath:instancePath+"/users/" + i0+"/postalCode",schemaPath:"#/properties/users/items/properties/postalCode/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid2 = _errs17 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.countryCode !== undefined){
const _errs19 = errors;
if(typeof data1.countryCode !== "string"){
validate10.errors = [{instancePath:instancePath+"/users/" + i0+"/countryCode",schemaPath:"#/properties/users/items/properties/countryCode/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid2 = _errs19 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.locale !== undefined){
const _errs21 = errors;
if(typeof data1.locale !== "string"){
validate10.errors = [{instancePath:instancePath+"/users/" + i0+"/locale",schemaPath:"#/properties/users/items/properties/locale/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid2 = _errs21 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.modifiedAt !== undefined){
let data11 = data1.modifiedAt;
const _errs23 = errors;
if(errors === _errs23){
if(errors === _errs23){
if(typeof data11 === "string"){
if(!(formats0.test(data11))){
validate10.errors = [{instancePath:instancePath+"/users/" + i0+"/modifiedAt",schemaPath:"#/properties/users/items/properties/modifiedAt/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/users/" + i0+"/modifiedAt",schemaPath:"#/properties/users/items/properties/modifiedAt/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
var valid2 = _errs23 === errors;
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
else {
validate10.errors = [{instancePath:instancePath+"/users/" + i0,schemaPath:"#/properties/users/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
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
validate10.errors = [{instancePath:instancePath+"/users",schemaPath:"#/properties/users/type",keyword:"type",params:{type: "array"},message:"must be array"}];
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

export const setAttributes_body = (() => {
const schema11 = {"type":"object","required":["attributes"],"properties":{"attributes":{"type":"object","additionalProperties":{"type":"string"}}}};

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.attributes === undefined) && (missing0 = "attributes")){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.attributes !== undefined){
let data0 = data.attributes;
const _errs1 = errors;
if(errors === _errs1){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key0 in data0){
const _errs4 = errors;
if(typeof data0[key0] !== "string"){
validate10.errors = [{instancePath:instancePath+"/attributes/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/attributes/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid1 = _errs4 === errors;
if(!valid1){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/attributes",schemaPath:"#/properties/attributes/type",keyword:"type",params:{type: "object"},message:"must be object"}];
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

export const setSubscription_body = (() => {
const schema11 = {"type":"object","required":["unsubscribed"],"properties":{"unsubscribed":{"type":"boolean"}}};

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.unsubscribed === undefined) && (missing0 = "unsubscribed")){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.unsubscribed !== undefined){
if(typeof data.unsubscribed !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/unsubscribed",schemaPath:"#/properties/unsubscribed/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
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

export const enqueueEmailJobs_body = (() => {
const schema11 = {"type":"object","required":["jobs"],"properties":{"jobs":{"type":"array","items":{"type":"object","required":["campaignId","marketId","globalUserId","template","occurrence","sendAt"],"properties":{"campaignId":{"type":"string","pattern":"^[a-z0-9-]{1,64}$"},"marketId":{"description":"the market that was won; null where the mail is about the campaign as a whole","type":["string","null"],"pattern":"^[a-z0-9-]{1,64}$"},"globalUserId":{"type":"string","pattern":"^[^#\\s\\u0000-\\u001f]{1,128}$","description":"globalUserId"},"template":{"description":"templateId","type":"string","enum":["reminder","receipt","result"]},"occurrence":{"type":"string","description":"tells two mails of one template apart: the instant a reminder fell due, the createdAt of the entry that a receipt is for, draw and verdict of a result (`summer-tour/1/WINNER`)"},"sendAt":{"type":"string","format":"date-time","description":"UTC instant, ISO 8601"}}},"minItems":1,"maxItems":100}}};
const pattern0 = new RegExp("^[a-z0-9-]{1,64}$", "u");
const pattern2 = new RegExp("^[^#\\s\\u0000-\\u001f]{1,128}$", "u");
const formats0 = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.jobs === undefined) && (missing0 = "jobs")){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.jobs !== undefined){
let data0 = data.jobs;
const _errs1 = errors;
if(errors === _errs1){
if(Array.isArray(data0)){
if(data0.length > 100){
validate10.errors = [{instancePath:instancePath+"/jobs",schemaPath:"#/properties/jobs/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"}];
return false;
}
else {
if(data0.length < 1){
validate10.errors = [{instancePath:instancePath+"/jobs",schemaPath:"#/properties/jobs/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
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
if(((((((data1.campaignId === undefined) && (missing1 = "campaignId")) || ((data1.marketId === undefined) && (missing1 = "marketId"))) || ((data1.globalUserId === undefined) && (missing1 = "globalUserId"))) || ((data1.template === undefined) && (missing1 = "template"))) || ((data1.occurrence === undefined) && (missing1 = "occurrence"))) || ((data1.sendAt === undefined) && (missing1 = "sendAt"))){
validate10.errors = [{instancePath:instancePath+"/jobs/" + i0,schemaPath:"#/properties/jobs/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data1.campaignId !== undefined){
let data2 = data1.campaignId;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
validate10.errors = [{instancePath:instancePath+"/jobs/" + i0+"/campaignId",schemaPath:"#/properties/jobs/items/properties/campaignId/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,64}$"},message:"must match pattern \""+"^[a-z0-9-]{1,64}$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/jobs/" + i0+"/campaignId",schemaPath:"#/properties/jobs/items/properties/campaignId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs5 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.marketId !== undefined){
let data3 = data1.marketId;
const _errs7 = errors;
if((typeof data3 !== "string") && (data3 !== null)){
validate10.errors = [{instancePath:instancePath+"/jobs/" + i0+"/marketId",schemaPath:"#/properties/jobs/items/properties/marketId/type",keyword:"type",params:{type: schema11.properties.jobs.items.properties.marketId.type},message:"must be string,null"}];
return false;
}
if(errors === _errs7){
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
validate10.errors = [{instancePath:instancePath+"/jobs/" + i0+"/marketId",schemaPath:"#/properties/jobs/items/properties/marketId/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,64}$"},message:"must match pattern \""+"^[a-z0-9-]{1,64}$"+"\""}];
return false;
}
}
}
var valid2 = _errs7 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.globalUserId !== undefined){
let data4 = data1.globalUserId;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data4 === "string"){
if(!pattern2.test(data4)){
validate10.errors = [{instancePath:instancePath+"/jobs/" + i0+"/globalUserId",schemaPath:"#/properties/jobs/items/properties/globalUserId/pattern",keyword:"pattern",params:{pattern: "^[^#\\s\\u0000-\\u001f]{1,128}$"},message:"must match pattern \""+"^[^#\\s\\u0000-\\u001f]{1,128}$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/jobs/" + i0+"/globalUserId",schemaPath:"#/properties/jobs/items/properties/globalUserId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs9 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.template !== undefined){
let data5 = data1.template;
const _errs11 = errors;
if(typeof data5 !== "string"){
validate10.errors = [{instancePath:instancePath+"/jobs/" + i0+"/template",schemaPath:"#/properties/jobs/items/properties/template/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((data5 === "reminder") || (data5 === "receipt")) || (data5 === "result"))){
validate10.errors = [{instancePath:instancePath+"/jobs/" + i0+"/template",schemaPath:"#/properties/jobs/items/properties/template/enum",keyword:"enum",params:{allowedValues: schema11.properties.jobs.items.properties.template.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs11 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.occurrence !== undefined){
const _errs13 = errors;
if(typeof data1.occurrence !== "string"){
validate10.errors = [{instancePath:instancePath+"/jobs/" + i0+"/occurrence",schemaPath:"#/properties/jobs/items/properties/occurrence/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid2 = _errs13 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.sendAt !== undefined){
let data7 = data1.sendAt;
const _errs15 = errors;
if(errors === _errs15){
if(errors === _errs15){
if(typeof data7 === "string"){
if(!(formats0.test(data7))){
validate10.errors = [{instancePath:instancePath+"/jobs/" + i0+"/sendAt",schemaPath:"#/properties/jobs/items/properties/sendAt/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/jobs/" + i0+"/sendAt",schemaPath:"#/properties/jobs/items/properties/sendAt/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
var valid2 = _errs15 === errors;
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
else {
validate10.errors = [{instancePath:instancePath+"/jobs/" + i0,schemaPath:"#/properties/jobs/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
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
validate10.errors = [{instancePath:instancePath+"/jobs",schemaPath:"#/properties/jobs/type",keyword:"type",params:{type: "array"},message:"must be array"}];
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

export const sendDue_body = (() => {
const schema11 = {"type":"object","required":["limit"],"properties":{"limit":{"type":"integer","minimum":1,"maximum":1000}}};

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.limit === undefined) && (missing0 = "limit")){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.limit !== undefined){
let data0 = data.limit;
const _errs1 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate10.errors = [{instancePath:instancePath+"/limit",schemaPath:"#/properties/limit/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs1){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 1000 || isNaN(data0)){
validate10.errors = [{instancePath:instancePath+"/limit",schemaPath:"#/properties/limit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"}];
return false;
}
else {
if(data0 < 1 || isNaN(data0)){
validate10.errors = [{instancePath:instancePath+"/limit",schemaPath:"#/properties/limit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
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

export const recordBounces_body = (() => {
const schema11 = {"type":"object","required":["bounces"],"properties":{"bounces":{"type":"array","items":{"type":"object","required":["mail","recipients","status"],"properties":{"mail":{"type":"string","pattern":"^[0-9a-f]{40}$","description":"the name of the mail: what its Message-ID has before the @"},"recipients":{"type":"array","items":{"type":"string","maxLength":320},"maxItems":10,"description":"the addresses that the report names"},"status":{"type":"string","pattern":"^[245]\\.\\d{1,3}\\.\\d{1,3}$","description":"as in RFC 3463"}}},"minItems":1,"maxItems":100}}};
const pattern0 = new RegExp("^[0-9a-f]{40}$", "u");
const pattern1 = new RegExp("^[245]\\.\\d{1,3}\\.\\d{1,3}$", "u");
const func2 = lengthOf;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.bounces === undefined) && (missing0 = "bounces")){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.bounces !== undefined){
let data0 = data.bounces;
const _errs1 = errors;
if(errors === _errs1){
if(Array.isArray(data0)){
if(data0.length > 100){
validate10.errors = [{instancePath:instancePath+"/bounces",schemaPath:"#/properties/bounces/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"}];
return false;
}
else {
if(data0.length < 1){
validate10.errors = [{instancePath:instancePath+"/bounces",schemaPath:"#/properties/bounces/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
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
if((((data1.mail === undefined) && (missing1 = "mail")) || ((data1.recipients === undefined) && (missing1 = "recipients"))) || ((data1.status === undefined) && (missing1 = "status"))){
validate10.errors = [{instancePath:instancePath+"/bounces/" + i0,schemaPath:"#/properties/bounces/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data1.mail !== undefined){
let data2 = data1.mail;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
validate10.errors = [{instancePath:instancePath+"/bounces/" + i0+"/mail",schemaPath:"#/properties/bounces/items/properties/mail/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{40}$"},message:"must match pattern \""+"^[0-9a-f]{40}$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/bounces/" + i0+"/mail",schemaPath:"#/properties/bounces/items/properties/mail/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs5 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.recipients !== undefined){
let data3 = data1.recipients;
const _errs7 = errors;
if(errors === _errs7){
if(Array.isArray(data3)){
if(data3.length > 10){
validate10.errors = [{instancePath:instancePath+"/bounces/" + i0+"/recipients",schemaPath:"#/properties/bounces/items/properties/recipients/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"}];
return false;
}
else {
var valid3 = true;
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
let data4 = data3[i1];
const _errs9 = errors;
if(errors === _errs9){
if(typeof data4 === "string"){
if(func2(data4) > 320){
validate10.errors = [{instancePath:instancePath+"/bounces/" + i0+"/recipients/" + i1,schemaPath:"#/properties/bounces/items/properties/recipients/items/maxLength",keyword:"maxLength",params:{limit: 320},message:"must NOT have more than 320 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/bounces/" + i0+"/recipients/" + i1,schemaPath:"#/properties/bounces/items/properties/recipients/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs9 === errors;
if(!valid3){
break;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/bounces/" + i0+"/recipients",schemaPath:"#/properties/bounces/items/properties/recipients/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid2 = _errs7 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.status !== undefined){
let data5 = data1.status;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data5 === "string"){
if(!pattern1.test(data5)){
validate10.errors = [{instancePath:instancePath+"/bounces/" + i0+"/status",schemaPath:"#/properties/bounces/items/properties/status/pattern",keyword:"pattern",params:{pattern: "^[245]\\.\\d{1,3}\\.\\d{1,3}$"},message:"must match pattern \""+"^[245]\\.\\d{1,3}\\.\\d{1,3}$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/bounces/" + i0+"/status",schemaPath:"#/properties/bounces/items/properties/status/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
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
else {
validate10.errors = [{instancePath:instancePath+"/bounces/" + i0,schemaPath:"#/properties/bounces/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
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
validate10.errors = [{instancePath:instancePath+"/bounces",schemaPath:"#/properties/bounces/type",keyword:"type",params:{type: "array"},message:"must be array"}];
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

export const eraseAddresses_body = (() => {
const schema11 = {"type":"object","required":["emails"],"properties":{"emails":{"type":"array","items":{"type":"string","minLength":1,"maxLength":320},"maxItems":100}}};
const func2 = lengthOf;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.emails === undefined) && (missing0 = "emails")){
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

export const resendEmailJobs_body = (() => {
const schema11 = {"type":"object","required":["campaignId","state","jobs"],"properties":{"campaignId":{"type":"string","pattern":"^[a-z0-9-]{1,64}$"},"state":{"description":"FAILED: it surely did not arrive; AMBIGUOUS: the mail server may have taken it","type":"string","enum":["FAILED","AMBIGUOUS"]},"jobs":{"type":"array","items":{"type":"object","required":["marketId","globalUserId","template","occurrence"],"properties":{"marketId":{"description":"the market that was won; null where the mail is about the campaign as a whole","type":["string","null"],"pattern":"^[a-z0-9-]{1,64}$"},"globalUserId":{"type":"string","pattern":"^[^#\\s\\u0000-\\u001f]{1,128}$","description":"globalUserId"},"template":{"description":"templateId","type":"string","enum":["reminder","receipt","result"]},"occurrence":{"type":"string","description":"tells two mails of one template apart: the instant a reminder fell due, the createdAt of the entry that a receipt is for, draw and verdict of a result (`summer-tour/1/WINNER`)"}}},"minItems":1,"maxItems":100}}};
const pattern0 = new RegExp("^[a-z0-9-]{1,64}$", "u");
const pattern2 = new RegExp("^[^#\\s\\u0000-\\u001f]{1,128}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.campaignId === undefined) && (missing0 = "campaignId")) || ((data.state === undefined) && (missing0 = "state"))) || ((data.jobs === undefined) && (missing0 = "jobs"))){
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
if(data.state !== undefined){
let data1 = data.state;
const _errs3 = errors;
if(typeof data1 !== "string"){
validate10.errors = [{instancePath:instancePath+"/state",schemaPath:"#/properties/state/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((data1 === "FAILED") || (data1 === "AMBIGUOUS"))){
validate10.errors = [{instancePath:instancePath+"/state",schemaPath:"#/properties/state/enum",keyword:"enum",params:{allowedValues: schema11.properties.state.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.jobs !== undefined){
let data2 = data.jobs;
const _errs5 = errors;
if(errors === _errs5){
if(Array.isArray(data2)){
if(data2.length > 100){
validate10.errors = [{instancePath:instancePath+"/jobs",schemaPath:"#/properties/jobs/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"}];
return false;
}
else {
if(data2.length < 1){
validate10.errors = [{instancePath:instancePath+"/jobs",schemaPath:"#/properties/jobs/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
const _errs7 = errors;
if(errors === _errs7){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
let missing1;
if(((((data3.marketId === undefined) && (missing1 = "marketId")) || ((data3.globalUserId === undefined) && (missing1 = "globalUserId"))) || ((data3.template === undefined) && (missing1 = "template"))) || ((data3.occurrence === undefined) && (missing1 = "occurrence"))){
validate10.errors = [{instancePath:instancePath+"/jobs/" + i0,schemaPath:"#/properties/jobs/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data3.marketId !== undefined){
let data4 = data3.marketId;
const _errs9 = errors;
if((typeof data4 !== "string") && (data4 !== null)){
validate10.errors = [{instancePath:instancePath+"/jobs/" + i0+"/marketId",schemaPath:"#/properties/jobs/items/properties/marketId/type",keyword:"type",params:{type: schema11.properties.jobs.items.properties.marketId.type},message:"must be string,null"}];
return false;
}
if(errors === _errs9){
if(typeof data4 === "string"){
if(!pattern0.test(data4)){
validate10.errors = [{instancePath:instancePath+"/jobs/" + i0+"/marketId",schemaPath:"#/properties/jobs/items/properties/marketId/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,64}$"},message:"must match pattern \""+"^[a-z0-9-]{1,64}$"+"\""}];
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
if(data3.globalUserId !== undefined){
let data5 = data3.globalUserId;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data5 === "string"){
if(!pattern2.test(data5)){
validate10.errors = [{instancePath:instancePath+"/jobs/" + i0+"/globalUserId",schemaPath:"#/properties/jobs/items/properties/globalUserId/pattern",keyword:"pattern",params:{pattern: "^[^#\\s\\u0000-\\u001f]{1,128}$"},message:"must match pattern \""+"^[^#\\s\\u0000-\\u001f]{1,128}$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/jobs/" + i0+"/globalUserId",schemaPath:"#/properties/jobs/items/properties/globalUserId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs11 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.template !== undefined){
let data6 = data3.template;
const _errs13 = errors;
if(typeof data6 !== "string"){
validate10.errors = [{instancePath:instancePath+"/jobs/" + i0+"/template",schemaPath:"#/properties/jobs/items/properties/template/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((data6 === "reminder") || (data6 === "receipt")) || (data6 === "result"))){
validate10.errors = [{instancePath:instancePath+"/jobs/" + i0+"/template",schemaPath:"#/properties/jobs/items/properties/template/enum",keyword:"enum",params:{allowedValues: schema11.properties.jobs.items.properties.template.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs13 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.occurrence !== undefined){
const _errs15 = errors;
if(typeof data3.occurrence !== "string"){
validate10.errors = [{instancePath:instancePath+"/jobs/" + i0+"/occurrence",schemaPath:"#/properties/jobs/items/properties/occurrence/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid2 = _errs15 === errors;
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
validate10.errors = [{instancePath:instancePath+"/jobs/" + i0,schemaPath:"#/properties/jobs/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid1 = _errs7 === errors;
if(!valid1){
break;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/jobs",schemaPath:"#/properties/jobs/type",keyword:"type",params:{type: "array"},message:"must be array"}];
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
