// @ts-nocheck
// Printed from src/services/export/contract.ts by `npm run generate`. Change that file instead.
export const campaignReport = (() => {

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.entries === undefined) && (missing0 = "entries")) || ((data.byVerdict === undefined) && (missing0 = "byVerdict"))) || ((data.markets === undefined) && (missing0 = "markets"))) || ((data.mail === undefined) && (missing0 = "mail"))){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.entries !== undefined){
let data0 = data.entries;
const _errs1 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate10.errors = [{instancePath:instancePath+"/entries",keyword:"type"}];
return false;
}
if(errors === _errs1){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
validate10.errors = [{instancePath:instancePath+"/entries",keyword:"minimum"}];
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
if(data.byVerdict !== undefined){
let data1 = data.byVerdict;
const _errs3 = errors;
if(errors === _errs3){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key0 in data1){
let data2 = data1[key0];
const _errs6 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate10.errors = [{instancePath:instancePath+"/byVerdict/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),keyword:"type"}];
return false;
}
if(errors === _errs6){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
validate10.errors = [{instancePath:instancePath+"/byVerdict/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),keyword:"minimum"}];
return false;
}
}
}
var valid1 = _errs6 === errors;
if(!valid1){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/byVerdict",keyword:"type"}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.markets !== undefined){
let data3 = data.markets;
const _errs8 = errors;
if(errors === _errs8){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
let data4 = data3[key1];
const _errs11 = errors;
if(errors === _errs11){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
let missing1;
if((((((((((data4.eligible === undefined) && (missing1 = "eligible")) || ((data4.selected === undefined) && (missing1 = "selected"))) || ((data4.waitlisted === undefined) && (missing1 = "waitlisted"))) || ((data4.reserved === undefined) && (missing1 = "reserved"))) || ((data4.assigned === undefined) && (missing1 = "assigned"))) || ((data4.promoted === undefined) && (missing1 = "promoted"))) || ((data4.entrants === undefined) && (missing1 = "entrants"))) || ((data4.winners === undefined) && (missing1 = "winners"))) || ((data4.codes === undefined) && (missing1 = "codes"))){
validate10.errors = [{instancePath:instancePath+"/markets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data4.eligible !== undefined){
let data5 = data4.eligible;
const _errs13 = errors;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
validate10.errors = [{instancePath:instancePath+"/markets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/eligible",keyword:"type"}];
return false;
}
if(errors === _errs13){
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 0 || isNaN(data5)){
validate10.errors = [{instancePath:instancePath+"/markets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/eligible",keyword:"minimum"}];
return false;
}
}
}
var valid3 = _errs13 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data4.selected !== undefined){
let data6 = data4.selected;
const _errs15 = errors;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
validate10.errors = [{instancePath:instancePath+"/markets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/selected",keyword:"type"}];
return false;
}
if(errors === _errs15){
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 0 || isNaN(data6)){
validate10.errors = [{instancePath:instancePath+"/markets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/selected",keyword:"minimum"}];
return false;
}
}
}
var valid3 = _errs15 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data4.waitlisted !== undefined){
let data7 = data4.waitlisted;
const _errs17 = errors;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
validate10.errors = [{instancePath:instancePath+"/markets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/waitlisted",keyword:"type"}];
return false;
}
if(errors === _errs17){
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 < 0 || isNaN(data7)){
validate10.errors = [{instancePath:instancePath+"/markets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/waitlisted",keyword:"minimum"}];
return false;
}
}
}
var valid3 = _errs17 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data4.reserved !== undefined){
let data8 = data4.reserved;
const _errs19 = errors;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
validate10.errors = [{instancePath:instancePath+"/markets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/reserved",keyword:"type"}];
return false;
}
if(errors === _errs19){
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 < 0 || isNaN(data8)){
validate10.errors = [{instancePath:instancePath+"/markets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/reserved",keyword:"minimum"}];
return false;
}
}
}
var valid3 = _errs19 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data4.assigned !== undefined){
let data9 = data4.assigned;
const _errs21 = errors;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
validate10.errors = [{instancePath:instancePath+"/markets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/assigned",keyword:"type"}];
return false;
}
if(errors === _errs21){
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 0 || isNaN(data9)){
validate10.errors = [{instancePath:instancePath+"/markets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/assigned",keyword:"minimum"}];
return false;
}
}
}
var valid3 = _errs21 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data4.promoted !== undefined){
let data10 = data4.promoted;
const _errs23 = errors;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
validate10.errors = [{instancePath:instancePath+"/markets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/promoted",keyword:"type"}];
return false;
}
if(errors === _errs23){
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 < 0 || isNaN(data10)){
validate10.errors = [{instancePath:instancePath+"/markets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/promoted",keyword:"minimum"}];
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
if(data4.entrants !== undefined){
let data11 = data4.entrants;
const _errs25 = errors;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
validate10.errors = [{instancePath:instancePath+"/markets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/entrants",keyword:"type"}];
return false;
}
if(errors === _errs25){
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 0 || isNaN(data11)){
validate10.errors = [{instancePath:instancePath+"/markets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/entrants",keyword:"minimum"}];
return false;
}
}
}
var valid3 = _errs25 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data4.winners !== undefined){
let data12 = data4.winners;
const _errs27 = errors;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
validate10.errors = [{instancePath:instancePath+"/markets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/winners",keyword:"type"}];
return false;
}
if(errors === _errs27){
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 < 0 || isNaN(data12)){
validate10.errors = [{instancePath:instancePath+"/markets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/winners",keyword:"minimum"}];
return false;
}
}
}
var valid3 = _errs27 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data4.codes !== undefined){
let data13 = data4.codes;
const _errs29 = errors;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
validate10.errors = [{instancePath:instancePath+"/markets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/codes",keyword:"type"}];
return false;
}
if(errors === _errs29){
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 < 0 || isNaN(data13)){
validate10.errors = [{instancePath:instancePath+"/markets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/codes",keyword:"minimum"}];
return false;
}
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
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/markets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),keyword:"type"}];
return false;
}
}
var valid2 = _errs11 === errors;
if(!valid2){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/markets",keyword:"type"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.mail !== undefined){
let data14 = data.mail;
const _errs31 = errors;
if(errors === _errs31){
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
let missing2;
if((((((data14.planned === undefined) && (missing2 = "planned")) || ((data14.sent === undefined) && (missing2 = "sent"))) || ((data14.failed === undefined) && (missing2 = "failed"))) || ((data14.ambiguous === undefined) && (missing2 = "ambiguous"))) || ((data14.skipped === undefined) && (missing2 = "skipped"))){
validate10.errors = [{instancePath:instancePath+"/mail",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
if(data14.planned !== undefined){
let data15 = data14.planned;
const _errs33 = errors;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
validate10.errors = [{instancePath:instancePath+"/mail/planned",keyword:"type"}];
return false;
}
if(errors === _errs33){
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 < 0 || isNaN(data15)){
validate10.errors = [{instancePath:instancePath+"/mail/planned",keyword:"minimum"}];
return false;
}
}
}
var valid4 = _errs33 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data14.sent !== undefined){
let data16 = data14.sent;
const _errs35 = errors;
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
validate10.errors = [{instancePath:instancePath+"/mail/sent",keyword:"type"}];
return false;
}
if(errors === _errs35){
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 < 0 || isNaN(data16)){
validate10.errors = [{instancePath:instancePath+"/mail/sent",keyword:"minimum"}];
return false;
}
}
}
var valid4 = _errs35 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data14.failed !== undefined){
let data17 = data14.failed;
const _errs37 = errors;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
validate10.errors = [{instancePath:instancePath+"/mail/failed",keyword:"type"}];
return false;
}
if(errors === _errs37){
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 < 0 || isNaN(data17)){
validate10.errors = [{instancePath:instancePath+"/mail/failed",keyword:"minimum"}];
return false;
}
}
}
var valid4 = _errs37 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data14.ambiguous !== undefined){
let data18 = data14.ambiguous;
const _errs39 = errors;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
validate10.errors = [{instancePath:instancePath+"/mail/ambiguous",keyword:"type"}];
return false;
}
if(errors === _errs39){
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 < 0 || isNaN(data18)){
validate10.errors = [{instancePath:instancePath+"/mail/ambiguous",keyword:"minimum"}];
return false;
}
}
}
var valid4 = _errs39 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data14.skipped !== undefined){
let data19 = data14.skipped;
const _errs41 = errors;
if(!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))){
validate10.errors = [{instancePath:instancePath+"/mail/skipped",keyword:"type"}];
return false;
}
if(errors === _errs41){
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 < 0 || isNaN(data19)){
validate10.errors = [{instancePath:instancePath+"/mail/skipped",keyword:"minimum"}];
return false;
}
}
}
var valid4 = _errs41 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/mail",keyword:"type"}];
return false;
}
}
var valid0 = _errs31 === errors;
}
else {
var valid0 = true;
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

export const listWinners = (() => {
const pattern0 = new RegExp("^[a-z0-9-]{1,64}$", "u");
const pattern1 = new RegExp("^[^#\\s\\u0000-\\u001f]{1,128}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.winners === undefined) && (missing0 = "winners")) || ((data.next === undefined) && (missing0 = "next"))){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.winners !== undefined){
let data0 = data.winners;
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
if((((((data1.market === undefined) && (missing1 = "market")) || ((data1.globalUserId === undefined) && (missing1 = "globalUserId"))) || ((data1.email === undefined) && (missing1 = "email"))) || ((data1.accessCode === undefined) && (missing1 = "accessCode"))) || ((data1.position === undefined) && (missing1 = "position"))){
validate10.errors = [{instancePath:instancePath+"/winners/" + i0,keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data1.market !== undefined){
let data2 = data1.market;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
validate10.errors = [{instancePath:instancePath+"/winners/" + i0+"/market",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/winners/" + i0+"/market",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/winners/" + i0+"/globalUserId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/winners/" + i0+"/globalUserId",keyword:"type"}];
return false;
}
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
validate10.errors = [{instancePath:instancePath+"/winners/" + i0+"/email",keyword:"type"}];
return false;
}
var valid2 = _errs9 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.accessCode !== undefined){
const _errs11 = errors;
if(typeof data1.accessCode !== "string"){
validate10.errors = [{instancePath:instancePath+"/winners/" + i0+"/accessCode",keyword:"type"}];
return false;
}
var valid2 = _errs11 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.position !== undefined){
let data6 = data1.position;
const _errs13 = errors;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
validate10.errors = [{instancePath:instancePath+"/winners/" + i0+"/position",keyword:"type"}];
return false;
}
var valid2 = _errs13 === errors;
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
else {
validate10.errors = [{instancePath:instancePath+"/winners/" + i0,keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/winners",keyword:"type"}];
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
let data7 = data.next;
const _errs15 = errors;
if((typeof data7 !== "string") && (data7 !== null)){
validate10.errors = [{instancePath:instancePath+"/next",keyword:"type"}];
return false;
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
