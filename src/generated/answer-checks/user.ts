// @ts-nocheck
// Printed from src/services/user/contract.ts by `npm run generate`. Change that file instead.
export const upsertUsers = (() => {

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.upserted === undefined) && (missing0 = "upserted")){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.upserted !== undefined){
let data0 = data.upserted;
const _errs1 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate10.errors = [{instancePath:instancePath+"/upserted",keyword:"type"}];
return false;
}
if(errors === _errs1){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
validate10.errors = [{instancePath:instancePath+"/upserted",keyword:"minimum"}];
return false;
}
}
}
}
}
}
else {
validate10.errors = [{instancePath,keyword:"type"}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
return validate10;
})();

export const getProfile = (() => {
const pattern0 = new RegExp("^[^#\\s\\u0000-\\u001f]{1,128}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.userInfo === undefined) && (missing0 = "userInfo")) || ((data.attributes === undefined) && (missing0 = "attributes"))) || ((data.unsubscribed === undefined) && (missing0 = "unsubscribed"))){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.userInfo !== undefined){
let data0 = data.userInfo;
const _errs1 = errors;
if((!(data0 && typeof data0 == "object" && !Array.isArray(data0))) && (data0 !== null)){
validate10.errors = [{instancePath:instancePath+"/userInfo",keyword:"type"}];
return false;
}
if(errors === _errs1){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing1;
if((((((data0.globalUserId === undefined) && (missing1 = "globalUserId")) || ((data0.email === undefined) && (missing1 = "email"))) || ((data0.firstName === undefined) && (missing1 = "firstName"))) || ((data0.lastName === undefined) && (missing1 = "lastName"))) || ((data0.locale === undefined) && (missing1 = "locale"))){
validate10.errors = [{instancePath:instancePath+"/userInfo",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data0.globalUserId !== undefined){
let data1 = data0.globalUserId;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
validate10.errors = [{instancePath:instancePath+"/userInfo/globalUserId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/userInfo/globalUserId",keyword:"type"}];
return false;
}
}
var valid1 = _errs3 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.memberId !== undefined){
const _errs5 = errors;
if(typeof data0.memberId !== "string"){
validate10.errors = [{instancePath:instancePath+"/userInfo/memberId",keyword:"type"}];
return false;
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.email !== undefined){
const _errs7 = errors;
if(typeof data0.email !== "string"){
validate10.errors = [{instancePath:instancePath+"/userInfo/email",keyword:"type"}];
return false;
}
var valid1 = _errs7 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.phoneNumber !== undefined){
const _errs9 = errors;
if(typeof data0.phoneNumber !== "string"){
validate10.errors = [{instancePath:instancePath+"/userInfo/phoneNumber",keyword:"type"}];
return false;
}
var valid1 = _errs9 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.firstName !== undefined){
const _errs11 = errors;
if(typeof data0.firstName !== "string"){
validate10.errors = [{instancePath:instancePath+"/userInfo/firstName",keyword:"type"}];
return false;
}
var valid1 = _errs11 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.lastName !== undefined){
const _errs13 = errors;
if(typeof data0.lastName !== "string"){
validate10.errors = [{instancePath:instancePath+"/userInfo/lastName",keyword:"type"}];
return false;
}
var valid1 = _errs13 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.postalCode !== undefined){
const _errs15 = errors;
if(typeof data0.postalCode !== "string"){
validate10.errors = [{instancePath:instancePath+"/userInfo/postalCode",keyword:"type"}];
return false;
}
var valid1 = _errs15 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.countryCode !== undefined){
const _errs17 = errors;
if(typeof data0.countryCode !== "string"){
validate10.errors = [{instancePath:instancePath+"/userInfo/countryCode",keyword:"type"}];
return false;
}
var valid1 = _errs17 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.locale !== undefined){
const _errs19 = errors;
if(typeof data0.locale !== "string"){
validate10.errors = [{instancePath:instancePath+"/userInfo/locale",keyword:"type"}];
return false;
}
var valid1 = _errs19 === errors;
}
else {
var valid1 = true;
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
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.attributes !== undefined){
let data10 = data.attributes;
const _errs21 = errors;
if(errors === _errs21){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key0 in data10){
const _errs24 = errors;
if(typeof data10[key0] !== "string"){
validate10.errors = [{instancePath:instancePath+"/attributes/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),keyword:"type"}];
return false;
}
var valid2 = _errs24 === errors;
if(!valid2){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/attributes",keyword:"type"}];
return false;
}
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.unsubscribed !== undefined){
const _errs26 = errors;
if(typeof data.unsubscribed !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/unsubscribed",keyword:"type"}];
return false;
}
var valid0 = _errs26 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate10.errors = [{instancePath,keyword:"type"}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
return validate10;
})();

export const setAttributes = (() => {

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.attributes === undefined) && (missing0 = "attributes")){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
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
validate10.errors = [{instancePath:instancePath+"/attributes/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),keyword:"type"}];
return false;
}
var valid1 = _errs4 === errors;
if(!valid1){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/attributes",keyword:"type"}];
return false;
}
}
}
}
}
else {
validate10.errors = [{instancePath,keyword:"type"}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
return validate10;
})();

export const setSubscription = (() => {

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.unsubscribed === undefined) && (missing0 = "unsubscribed")){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.unsubscribed !== undefined){
if(typeof data.unsubscribed !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/unsubscribed",keyword:"type"}];
return false;
}
}
}
}
else {
validate10.errors = [{instancePath,keyword:"type"}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
return validate10;
})();

export const enqueueEmailJobs = (() => {

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.planned === undefined) && (missing0 = "planned")) || ((data.known === undefined) && (missing0 = "known"))){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.planned !== undefined){
let data0 = data.planned;
const _errs1 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate10.errors = [{instancePath:instancePath+"/planned",keyword:"type"}];
return false;
}
if(errors === _errs1){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
validate10.errors = [{instancePath:instancePath+"/planned",keyword:"minimum"}];
return false;
}
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.known !== undefined){
let data1 = data.known;
const _errs3 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate10.errors = [{instancePath:instancePath+"/known",keyword:"type"}];
return false;
}
if(errors === _errs3){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 0 || isNaN(data1)){
validate10.errors = [{instancePath:instancePath+"/known",keyword:"minimum"}];
return false;
}
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
validate10.errors = [{instancePath,keyword:"type"}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
return validate10;
})();

export const sendDue = (() => {

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.sent === undefined) && (missing0 = "sent")) || ((data.failed === undefined) && (missing0 = "failed"))) || ((data.ambiguous === undefined) && (missing0 = "ambiguous"))) || ((data.skipped === undefined) && (missing0 = "skipped"))) || ((data.remaining === undefined) && (missing0 = "remaining"))){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.sent !== undefined){
let data0 = data.sent;
const _errs1 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate10.errors = [{instancePath:instancePath+"/sent",keyword:"type"}];
return false;
}
if(errors === _errs1){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
validate10.errors = [{instancePath:instancePath+"/sent",keyword:"minimum"}];
return false;
}
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.failed !== undefined){
let data1 = data.failed;
const _errs3 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate10.errors = [{instancePath:instancePath+"/failed",keyword:"type"}];
return false;
}
if(errors === _errs3){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 0 || isNaN(data1)){
validate10.errors = [{instancePath:instancePath+"/failed",keyword:"minimum"}];
return false;
}
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.ambiguous !== undefined){
let data2 = data.ambiguous;
const _errs5 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate10.errors = [{instancePath:instancePath+"/ambiguous",keyword:"type"}];
return false;
}
if(errors === _errs5){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
validate10.errors = [{instancePath:instancePath+"/ambiguous",keyword:"minimum"}];
return false;
}
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.skipped !== undefined){
let data3 = data.skipped;
const _errs7 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
validate10.errors = [{instancePath:instancePath+"/skipped",keyword:"type"}];
return false;
}
if(errors === _errs7){
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 0 || isNaN(data3)){
validate10.errors = [{instancePath:instancePath+"/skipped",keyword:"minimum"}];
return false;
}
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.remaining !== undefined){
let data4 = data.remaining;
const _errs9 = errors;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
validate10.errors = [{instancePath:instancePath+"/remaining",keyword:"type"}];
return false;
}
if(errors === _errs9){
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 0 || isNaN(data4)){
validate10.errors = [{instancePath:instancePath+"/remaining",keyword:"minimum"}];
return false;
}
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
validate10.errors = [{instancePath,keyword:"type"}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
return validate10;
})();

export const recordBounces = (() => {

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.failed === undefined) && (missing0 = "failed")) || ((data.unreachable === undefined) && (missing0 = "unreachable"))) || ((data.unknown === undefined) && (missing0 = "unknown"))){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.failed !== undefined){
let data0 = data.failed;
const _errs1 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate10.errors = [{instancePath:instancePath+"/failed",keyword:"type"}];
return false;
}
if(errors === _errs1){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
validate10.errors = [{instancePath:instancePath+"/failed",keyword:"minimum"}];
return false;
}
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.unreachable !== undefined){
let data1 = data.unreachable;
const _errs3 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate10.errors = [{instancePath:instancePath+"/unreachable",keyword:"type"}];
return false;
}
if(errors === _errs3){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 0 || isNaN(data1)){
validate10.errors = [{instancePath:instancePath+"/unreachable",keyword:"minimum"}];
return false;
}
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.unknown !== undefined){
let data2 = data.unknown;
const _errs5 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate10.errors = [{instancePath:instancePath+"/unknown",keyword:"type"}];
return false;
}
if(errors === _errs5){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
validate10.errors = [{instancePath:instancePath+"/unknown",keyword:"minimum"}];
return false;
}
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
validate10.errors = [{instancePath,keyword:"type"}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
return validate10;
})();

export const countEmailJobs = (() => {
const formats0 = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.counts === undefined) && (missing0 = "counts")) || ((data.nextSendAt === undefined) && (missing0 = "nextSendAt"))){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.counts !== undefined){
let data0 = data.counts;
const _errs1 = errors;
if(errors === _errs1){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing1;
if(((((((data0.planned === undefined) && (missing1 = "planned")) || ((data0.sending === undefined) && (missing1 = "sending"))) || ((data0.sent === undefined) && (missing1 = "sent"))) || ((data0.failed === undefined) && (missing1 = "failed"))) || ((data0.ambiguous === undefined) && (missing1 = "ambiguous"))) || ((data0.skipped === undefined) && (missing1 = "skipped"))){
validate10.errors = [{instancePath:instancePath+"/counts",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data0.planned !== undefined){
let data1 = data0.planned;
const _errs3 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate10.errors = [{instancePath:instancePath+"/counts/planned",keyword:"type"}];
return false;
}
if(errors === _errs3){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 0 || isNaN(data1)){
validate10.errors = [{instancePath:instancePath+"/counts/planned",keyword:"minimum"}];
return false;
}
}
}
var valid1 = _errs3 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.sending !== undefined){
let data2 = data0.sending;
const _errs5 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate10.errors = [{instancePath:instancePath+"/counts/sending",keyword:"type"}];
return false;
}
if(errors === _errs5){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
validate10.errors = [{instancePath:instancePath+"/counts/sending",keyword:"minimum"}];
return false;
}
}
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.sent !== undefined){
let data3 = data0.sent;
const _errs7 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
validate10.errors = [{instancePath:instancePath+"/counts/sent",keyword:"type"}];
return false;
}
if(errors === _errs7){
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 0 || isNaN(data3)){
validate10.errors = [{instancePath:instancePath+"/counts/sent",keyword:"minimum"}];
return false;
}
}
}
var valid1 = _errs7 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.failed !== undefined){
let data4 = data0.failed;
const _errs9 = errors;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
validate10.errors = [{instancePath:instancePath+"/counts/failed",keyword:"type"}];
return false;
}
if(errors === _errs9){
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 0 || isNaN(data4)){
validate10.errors = [{instancePath:instancePath+"/counts/failed",keyword:"minimum"}];
return false;
}
}
}
var valid1 = _errs9 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.ambiguous !== undefined){
let data5 = data0.ambiguous;
const _errs11 = errors;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
validate10.errors = [{instancePath:instancePath+"/counts/ambiguous",keyword:"type"}];
return false;
}
if(errors === _errs11){
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 0 || isNaN(data5)){
validate10.errors = [{instancePath:instancePath+"/counts/ambiguous",keyword:"minimum"}];
return false;
}
}
}
var valid1 = _errs11 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.skipped !== undefined){
let data6 = data0.skipped;
const _errs13 = errors;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
validate10.errors = [{instancePath:instancePath+"/counts/skipped",keyword:"type"}];
return false;
}
if(errors === _errs13){
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 0 || isNaN(data6)){
validate10.errors = [{instancePath:instancePath+"/counts/skipped",keyword:"minimum"}];
return false;
}
}
}
var valid1 = _errs13 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/counts",keyword:"type"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.nextSendAt !== undefined){
let data7 = data.nextSendAt;
const _errs15 = errors;
if((typeof data7 !== "string") && (data7 !== null)){
validate10.errors = [{instancePath:instancePath+"/nextSendAt",keyword:"type"}];
return false;
}
if(errors === _errs15){
if(errors === _errs15){
if(typeof data7 === "string"){
if(!(formats0.test(data7))){
validate10.errors = [{instancePath:instancePath+"/nextSendAt",keyword:"format"}];
return false;
}
}
}
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
validate10.errors = [{instancePath,keyword:"type"}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
return validate10;
})();

export const eraseAddresses = (() => {

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.addresses === undefined) && (missing0 = "addresses")){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.addresses !== undefined){
let data0 = data.addresses;
const _errs1 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate10.errors = [{instancePath:instancePath+"/addresses",keyword:"type"}];
return false;
}
if(errors === _errs1){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
validate10.errors = [{instancePath:instancePath+"/addresses",keyword:"minimum"}];
return false;
}
}
}
}
}
}
else {
validate10.errors = [{instancePath,keyword:"type"}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
return validate10;
})();

export const listEmailJobs = (() => {
const pattern0 = new RegExp("^[a-z0-9-]{1,64}$", "u");
const pattern2 = new RegExp("^[^#\\s\\u0000-\\u001f]{1,128}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.jobs === undefined) && (missing0 = "jobs")) || ((data.next === undefined) && (missing0 = "next"))){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.jobs !== undefined){
let data0 = data.jobs;
const _errs1 = errors;
if(errors === _errs1){
if(Array.isArray(data0)){
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
const _errs3 = errors;
if(errors === _errs3){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if(((((((data1.campaignId === undefined) && (missing1 = "campaignId")) || ((data1.marketId === undefined) && (missing1 = "marketId"))) || ((data1.globalUserId === undefined) && (missing1 = "globalUserId"))) || ((data1.template === undefined) && (missing1 = "template"))) || ((data1.occurrence === undefined) && (missing1 = "occurrence"))) || ((data1.reason === undefined) && (missing1 = "reason"))){
validate10.errors = [{instancePath:instancePath+"/jobs/" + i0,keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data1.campaignId !== undefined){
let data2 = data1.campaignId;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
validate10.errors = [{instancePath:instancePath+"/jobs/" + i0+"/campaignId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/jobs/" + i0+"/campaignId",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/jobs/" + i0+"/marketId",keyword:"type"}];
return false;
}
if(errors === _errs7){
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
validate10.errors = [{instancePath:instancePath+"/jobs/" + i0+"/marketId",keyword:"pattern"}];
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
validate10.errors = [{instancePath:instancePath+"/jobs/" + i0+"/globalUserId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/jobs/" + i0+"/globalUserId",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/jobs/" + i0+"/template",keyword:"type"}];
return false;
}
if(!(((data5 === "reminder") || (data5 === "receipt")) || (data5 === "result"))){
validate10.errors = [{instancePath:instancePath+"/jobs/" + i0+"/template",keyword:"enum"}];
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
validate10.errors = [{instancePath:instancePath+"/jobs/" + i0+"/occurrence",keyword:"type"}];
return false;
}
var valid2 = _errs13 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.reason !== undefined){
let data7 = data1.reason;
const _errs15 = errors;
if((typeof data7 !== "string") && (data7 !== null)){
validate10.errors = [{instancePath:instancePath+"/jobs/" + i0+"/reason",keyword:"type"}];
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
}
}
else {
validate10.errors = [{instancePath:instancePath+"/jobs/" + i0,keyword:"type"}];
return false;
}
}
var valid1 = _errs3 === errors;
if(!valid1){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/jobs",keyword:"type"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.next !== undefined){
let data8 = data.next;
const _errs17 = errors;
if((typeof data8 !== "string") && (data8 !== null)){
validate10.errors = [{instancePath:instancePath+"/next",keyword:"type"}];
return false;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
validate10.errors = [{instancePath,keyword:"type"}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
return validate10;
})();

export const resendEmailJobs = (() => {

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.planned === undefined) && (missing0 = "planned")){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.planned !== undefined){
let data0 = data.planned;
const _errs1 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate10.errors = [{instancePath:instancePath+"/planned",keyword:"type"}];
return false;
}
if(errors === _errs1){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
validate10.errors = [{instancePath:instancePath+"/planned",keyword:"minimum"}];
return false;
}
}
}
}
}
}
else {
validate10.errors = [{instancePath,keyword:"type"}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
return validate10;
})();

export const eraseFan = (() => {

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(!(data && typeof data == "object" && !Array.isArray(data))){
validate10.errors = [{instancePath,keyword:"type"}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
return validate10;
})();
