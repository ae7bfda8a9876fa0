// @ts-nocheck
// Printed from src/services/entry/contract.ts by `npm run generate`. Change that file instead.
export const upsertEntries = (() => {
const pattern0 = new RegExp("^[^#\\s\\u0000-\\u001f]{1,128}$", "u");
const pattern1 = new RegExp("^[a-z0-9-]{1,64}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.results === undefined) && (missing0 = "results")){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.results !== undefined){
let data0 = data.results;
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
if(((((data1.globalUserId === undefined) && (missing1 = "globalUserId")) || ((data1.campaignId === undefined) && (missing1 = "campaignId"))) || ((data1.outcome === undefined) && (missing1 = "outcome"))) || ((data1.scored === undefined) && (missing1 = "scored"))){
validate10.errors = [{instancePath:instancePath+"/results/" + i0,keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data1.globalUserId !== undefined){
let data2 = data1.globalUserId;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
validate10.errors = [{instancePath:instancePath+"/results/" + i0+"/globalUserId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/results/" + i0+"/globalUserId",keyword:"type"}];
return false;
}
}
var valid2 = _errs5 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.campaignId !== undefined){
let data3 = data1.campaignId;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data3 === "string"){
if(!pattern1.test(data3)){
validate10.errors = [{instancePath:instancePath+"/results/" + i0+"/campaignId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/results/" + i0+"/campaignId",keyword:"type"}];
return false;
}
}
var valid2 = _errs7 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.outcome !== undefined){
let data4 = data1.outcome;
const _errs9 = errors;
if(typeof data4 !== "string"){
validate10.errors = [{instancePath:instancePath+"/results/" + i0+"/outcome",keyword:"type"}];
return false;
}
if(!((data4 === "applied") || (data4 === "stale"))){
validate10.errors = [{instancePath:instancePath+"/results/" + i0+"/outcome",keyword:"enum"}];
return false;
}
var valid2 = _errs9 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.scored !== undefined){
const _errs11 = errors;
if(typeof data1.scored !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/results/" + i0+"/scored",keyword:"type"}];
return false;
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
validate10.errors = [{instancePath:instancePath+"/results/" + i0,keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/results",keyword:"type"}];
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

export const deleteEntries = (() => {
const pattern0 = new RegExp("^[^#\\s\\u0000-\\u001f]{1,128}$", "u");
const pattern1 = new RegExp("^[a-z0-9-]{1,64}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.results === undefined) && (missing0 = "results")){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.results !== undefined){
let data0 = data.results;
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
if((((data1.globalUserId === undefined) && (missing1 = "globalUserId")) || ((data1.campaignId === undefined) && (missing1 = "campaignId"))) || ((data1.outcome === undefined) && (missing1 = "outcome"))){
validate10.errors = [{instancePath:instancePath+"/results/" + i0,keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data1.globalUserId !== undefined){
let data2 = data1.globalUserId;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
validate10.errors = [{instancePath:instancePath+"/results/" + i0+"/globalUserId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/results/" + i0+"/globalUserId",keyword:"type"}];
return false;
}
}
var valid2 = _errs5 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.campaignId !== undefined){
let data3 = data1.campaignId;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data3 === "string"){
if(!pattern1.test(data3)){
validate10.errors = [{instancePath:instancePath+"/results/" + i0+"/campaignId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/results/" + i0+"/campaignId",keyword:"type"}];
return false;
}
}
var valid2 = _errs7 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.outcome !== undefined){
let data4 = data1.outcome;
const _errs9 = errors;
if(typeof data4 !== "string"){
validate10.errors = [{instancePath:instancePath+"/results/" + i0+"/outcome",keyword:"type"}];
return false;
}
if(!((data4 === "deleted") || (data4 === "stale"))){
validate10.errors = [{instancePath:instancePath+"/results/" + i0+"/outcome",keyword:"enum"}];
return false;
}
var valid2 = _errs9 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/results/" + i0,keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/results",keyword:"type"}];
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

export const getEntry = (() => {
const pattern0 = new RegExp("^[a-z0-9-]{1,64}$", "u");
const pattern1 = new RegExp("^[^#\\s\\u0000-\\u001f]{1,128}$", "u");
const formats0 = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((data.campaignId === undefined) && (missing0 = "campaignId")) || ((data.globalUserId === undefined) && (missing0 = "globalUserId"))) || ((data.entry === undefined) && (missing0 = "entry"))) || ((data.verdict === undefined) && (missing0 = "verdict"))) || ((data.version === undefined) && (missing0 = "version"))) || ((data.createdAt === undefined) && (missing0 = "createdAt"))) || ((data.updatedAt === undefined) && (missing0 = "updatedAt"))) || ((data.fanModifiedAt === undefined) && (missing0 = "fanModifiedAt"))) || ((data.score === undefined) && (missing0 = "score"))){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.campaignId !== undefined){
let data0 = data.campaignId;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
validate10.errors = [{instancePath:instancePath+"/campaignId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/campaignId",keyword:"type"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.globalUserId !== undefined){
let data1 = data.globalUserId;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(!pattern1.test(data1)){
validate10.errors = [{instancePath:instancePath+"/globalUserId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/globalUserId",keyword:"type"}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.entry !== undefined){
let data2 = data.entry;
const _errs5 = errors;
if(errors === _errs5){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
}
else {
validate10.errors = [{instancePath:instancePath+"/entry",keyword:"type"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.verdict !== undefined){
let data3 = data.verdict;
const _errs8 = errors;
if(typeof data3 !== "string"){
validate10.errors = [{instancePath:instancePath+"/verdict",keyword:"type"}];
return false;
}
if(!((((data3 === "PENDING") || (data3 === "WINNER")) || (data3 === "LOSER")) || (data3 === "WAITLIST"))){
validate10.errors = [{instancePath:instancePath+"/verdict",keyword:"enum"}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.accessCode !== undefined){
const _errs10 = errors;
if(typeof data.accessCode !== "string"){
validate10.errors = [{instancePath:instancePath+"/accessCode",keyword:"type"}];
return false;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.selection !== undefined){
let data5 = data.selection;
const _errs12 = errors;
if(errors === _errs12){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing1;
if(((data5.drawId === undefined) && (missing1 = "drawId")) || ((data5.waitlist === undefined) && (missing1 = "waitlist"))){
validate10.errors = [{instancePath:instancePath+"/selection",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data5.drawId !== undefined){
const _errs14 = errors;
if(typeof data5.drawId !== "string"){
validate10.errors = [{instancePath:instancePath+"/selection/drawId",keyword:"type"}];
return false;
}
var valid1 = _errs14 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data5.position !== undefined){
let data7 = data5.position;
const _errs16 = errors;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
validate10.errors = [{instancePath:instancePath+"/selection/position",keyword:"type"}];
return false;
}
if(errors === _errs16){
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 < 1 || isNaN(data7)){
validate10.errors = [{instancePath:instancePath+"/selection/position",keyword:"minimum"}];
return false;
}
}
}
var valid1 = _errs16 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data5.marketId !== undefined){
let data8 = data5.marketId;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data8 === "string"){
if(!pattern0.test(data8)){
validate10.errors = [{instancePath:instancePath+"/selection/marketId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/selection/marketId",keyword:"type"}];
return false;
}
}
var valid1 = _errs18 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data5.sharedCode !== undefined){
let data9 = data5.sharedCode;
const _errs20 = errors;
if(typeof data9 !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/selection/sharedCode",keyword:"type"}];
return false;
}
if(true !== data9){
validate10.errors = [{instancePath:instancePath+"/selection/sharedCode",keyword:"const"}];
return false;
}
var valid1 = _errs20 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data5.waitlist !== undefined){
let data10 = data5.waitlist;
const _errs22 = errors;
if(errors === _errs22){
if(Array.isArray(data10)){
var valid2 = true;
const len0 = data10.length;
for(let i0=0; i0<len0; i0++){
let data11 = data10[i0];
const _errs24 = errors;
if(errors === _errs24){
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
let missing2;
if(((data11.marketId === undefined) && (missing2 = "marketId")) || ((data11.place === undefined) && (missing2 = "place"))){
validate10.errors = [{instancePath:instancePath+"/selection/waitlist/" + i0,keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
if(data11.marketId !== undefined){
let data12 = data11.marketId;
const _errs26 = errors;
if(errors === _errs26){
if(typeof data12 === "string"){
if(!pattern0.test(data12)){
validate10.errors = [{instancePath:instancePath+"/selection/waitlist/" + i0+"/marketId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/selection/waitlist/" + i0+"/marketId",keyword:"type"}];
return false;
}
}
var valid3 = _errs26 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data11.place !== undefined){
let data13 = data11.place;
const _errs28 = errors;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
validate10.errors = [{instancePath:instancePath+"/selection/waitlist/" + i0+"/place",keyword:"type"}];
return false;
}
if(errors === _errs28){
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 < 1 || isNaN(data13)){
validate10.errors = [{instancePath:instancePath+"/selection/waitlist/" + i0+"/place",keyword:"minimum"}];
return false;
}
}
}
var valid3 = _errs28 === errors;
}
else {
var valid3 = true;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/selection/waitlist/" + i0,keyword:"type"}];
return false;
}
}
var valid2 = _errs24 === errors;
if(!valid2){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/selection/waitlist",keyword:"type"}];
return false;
}
}
var valid1 = _errs22 === errors;
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
else {
validate10.errors = [{instancePath:instancePath+"/selection",keyword:"type"}];
return false;
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.version !== undefined){
let data14 = data.version;
const _errs30 = errors;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
validate10.errors = [{instancePath:instancePath+"/version",keyword:"type"}];
return false;
}
if(errors === _errs30){
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 < 1 || isNaN(data14)){
validate10.errors = [{instancePath:instancePath+"/version",keyword:"minimum"}];
return false;
}
}
}
var valid0 = _errs30 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.createdAt !== undefined){
let data15 = data.createdAt;
const _errs32 = errors;
if(errors === _errs32){
if(errors === _errs32){
if(typeof data15 === "string"){
if(!(formats0.test(data15))){
validate10.errors = [{instancePath:instancePath+"/createdAt",keyword:"format"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/createdAt",keyword:"type"}];
return false;
}
}
}
var valid0 = _errs32 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.updatedAt !== undefined){
let data16 = data.updatedAt;
const _errs34 = errors;
if(errors === _errs34){
if(errors === _errs34){
if(typeof data16 === "string"){
if(!(formats0.test(data16))){
validate10.errors = [{instancePath:instancePath+"/updatedAt",keyword:"format"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/updatedAt",keyword:"type"}];
return false;
}
}
}
var valid0 = _errs34 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.fanModifiedAt !== undefined){
let data17 = data.fanModifiedAt;
const _errs36 = errors;
if(errors === _errs36){
if(errors === _errs36){
if(typeof data17 === "string"){
if(!(formats0.test(data17))){
validate10.errors = [{instancePath:instancePath+"/fanModifiedAt",keyword:"format"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/fanModifiedAt",keyword:"type"}];
return false;
}
}
}
var valid0 = _errs36 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.linkedFrom !== undefined){
let data18 = data.linkedFrom;
const _errs38 = errors;
if(errors === _errs38){
if(typeof data18 === "string"){
if(!pattern0.test(data18)){
validate10.errors = [{instancePath:instancePath+"/linkedFrom",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/linkedFrom",keyword:"type"}];
return false;
}
}
var valid0 = _errs38 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.score !== undefined){
let data19 = data.score;
const _errs40 = errors;
if((!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))) && (data19 !== null)){
validate10.errors = [{instancePath:instancePath+"/score",keyword:"type"}];
return false;
}
if(errors === _errs40){
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 > 1000 || isNaN(data19)){
validate10.errors = [{instancePath:instancePath+"/score",keyword:"maximum"}];
return false;
}
else {
if(data19 < 0 || isNaN(data19)){
validate10.errors = [{instancePath:instancePath+"/score",keyword:"minimum"}];
return false;
}
}
}
}
var valid0 = _errs40 === errors;
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

export const getEntries = (() => {
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
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.entries !== undefined){
let data0 = data.entries;
const _errs1 = errors;
if(errors === _errs1){
if(Array.isArray(data0)){
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
const _errs3 = errors;
if((!(data1 && typeof data1 == "object" && !Array.isArray(data1))) && (data1 !== null)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0,keyword:"type"}];
return false;
}
if(errors === _errs3){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if((((((((((data1.campaignId === undefined) && (missing1 = "campaignId")) || ((data1.globalUserId === undefined) && (missing1 = "globalUserId"))) || ((data1.entry === undefined) && (missing1 = "entry"))) || ((data1.verdict === undefined) && (missing1 = "verdict"))) || ((data1.version === undefined) && (missing1 = "version"))) || ((data1.createdAt === undefined) && (missing1 = "createdAt"))) || ((data1.updatedAt === undefined) && (missing1 = "updatedAt"))) || ((data1.fanModifiedAt === undefined) && (missing1 = "fanModifiedAt"))) || ((data1.score === undefined) && (missing1 = "score"))){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0,keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data1.campaignId !== undefined){
let data2 = data1.campaignId;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/campaignId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/campaignId",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/globalUserId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/globalUserId",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/entry",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/verdict",keyword:"type"}];
return false;
}
if(!((((data5 === "PENDING") || (data5 === "WINNER")) || (data5 === "LOSER")) || (data5 === "WAITLIST"))){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/verdict",keyword:"enum"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/accessCode",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
if(data7.drawId !== undefined){
const _errs18 = errors;
if(typeof data7.drawId !== "string"){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/drawId",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/position",keyword:"type"}];
return false;
}
if(errors === _errs20){
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 1 || isNaN(data9)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/position",keyword:"minimum"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/marketId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/marketId",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/sharedCode",keyword:"type"}];
return false;
}
if(true !== data11){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/sharedCode",keyword:"const"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist/" + i1,keyword:"required",params:{missingProperty: missing3}}];
return false;
}
else {
if(data13.marketId !== undefined){
let data14 = data13.marketId;
const _errs30 = errors;
if(errors === _errs30){
if(typeof data14 === "string"){
if(!pattern0.test(data14)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist/" + i1+"/marketId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist/" + i1+"/marketId",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist/" + i1+"/place",keyword:"type"}];
return false;
}
if(errors === _errs32){
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 < 1 || isNaN(data15)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist/" + i1+"/place",keyword:"minimum"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist/" + i1,keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/version",keyword:"type"}];
return false;
}
if(errors === _errs34){
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 < 1 || isNaN(data16)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/version",keyword:"minimum"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/createdAt",keyword:"format"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/createdAt",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/updatedAt",keyword:"format"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/updatedAt",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/fanModifiedAt",keyword:"format"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/fanModifiedAt",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/linkedFrom",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/linkedFrom",keyword:"type"}];
return false;
}
}
var valid2 = _errs42 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.score !== undefined){
let data21 = data1.score;
const _errs44 = errors;
if((!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))) && (data21 !== null)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/score",keyword:"type"}];
return false;
}
if(errors === _errs44){
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 > 1000 || isNaN(data21)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/score",keyword:"maximum"}];
return false;
}
else {
if(data21 < 0 || isNaN(data21)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/score",keyword:"minimum"}];
return false;
}
}
}
}
var valid2 = _errs44 === errors;
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
var valid1 = _errs3 === errors;
if(!valid1){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries",keyword:"type"}];
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

export const listEntries = (() => {
const pattern0 = new RegExp("^[a-z0-9-]{1,64}$", "u");
const pattern1 = new RegExp("^[^#\\s\\u0000-\\u001f]{1,128}$", "u");
const formats0 = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.entries === undefined) && (missing0 = "entries")) || ((data.next === undefined) && (missing0 = "next"))){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.entries !== undefined){
let data0 = data.entries;
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
if((((((((((data1.campaignId === undefined) && (missing1 = "campaignId")) || ((data1.globalUserId === undefined) && (missing1 = "globalUserId"))) || ((data1.entry === undefined) && (missing1 = "entry"))) || ((data1.verdict === undefined) && (missing1 = "verdict"))) || ((data1.version === undefined) && (missing1 = "version"))) || ((data1.createdAt === undefined) && (missing1 = "createdAt"))) || ((data1.updatedAt === undefined) && (missing1 = "updatedAt"))) || ((data1.fanModifiedAt === undefined) && (missing1 = "fanModifiedAt"))) || ((data1.score === undefined) && (missing1 = "score"))){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0,keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data1.campaignId !== undefined){
let data2 = data1.campaignId;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/campaignId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/campaignId",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/globalUserId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/globalUserId",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/entry",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/verdict",keyword:"type"}];
return false;
}
if(!((((data5 === "PENDING") || (data5 === "WINNER")) || (data5 === "LOSER")) || (data5 === "WAITLIST"))){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/verdict",keyword:"enum"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/accessCode",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
if(data7.drawId !== undefined){
const _errs18 = errors;
if(typeof data7.drawId !== "string"){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/drawId",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/position",keyword:"type"}];
return false;
}
if(errors === _errs20){
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 1 || isNaN(data9)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/position",keyword:"minimum"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/marketId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/marketId",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/sharedCode",keyword:"type"}];
return false;
}
if(true !== data11){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/sharedCode",keyword:"const"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist/" + i1,keyword:"required",params:{missingProperty: missing3}}];
return false;
}
else {
if(data13.marketId !== undefined){
let data14 = data13.marketId;
const _errs30 = errors;
if(errors === _errs30){
if(typeof data14 === "string"){
if(!pattern0.test(data14)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist/" + i1+"/marketId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist/" + i1+"/marketId",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist/" + i1+"/place",keyword:"type"}];
return false;
}
if(errors === _errs32){
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 < 1 || isNaN(data15)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist/" + i1+"/place",keyword:"minimum"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist/" + i1,keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/version",keyword:"type"}];
return false;
}
if(errors === _errs34){
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 < 1 || isNaN(data16)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/version",keyword:"minimum"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/createdAt",keyword:"format"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/createdAt",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/updatedAt",keyword:"format"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/updatedAt",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/fanModifiedAt",keyword:"format"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/fanModifiedAt",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/linkedFrom",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/linkedFrom",keyword:"type"}];
return false;
}
}
var valid2 = _errs42 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.score !== undefined){
let data21 = data1.score;
const _errs44 = errors;
if((!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))) && (data21 !== null)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/score",keyword:"type"}];
return false;
}
if(errors === _errs44){
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 > 1000 || isNaN(data21)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/score",keyword:"maximum"}];
return false;
}
else {
if(data21 < 0 || isNaN(data21)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/score",keyword:"minimum"}];
return false;
}
}
}
}
var valid2 = _errs44 === errors;
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
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0,keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries",keyword:"type"}];
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
let data22 = data.next;
const _errs46 = errors;
if((typeof data22 !== "string") && (data22 !== null)){
validate10.errors = [{instancePath:instancePath+"/next",keyword:"type"}];
return false;
}
var valid0 = _errs46 === errors;
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

export const listEntryParts = (() => {

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.parts === undefined) && (missing0 = "parts")){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.parts !== undefined){
let data0 = data.parts;
const _errs1 = errors;
if(errors === _errs1){
if(Array.isArray(data0)){
if(data0.length < 1){
validate10.errors = [{instancePath:instancePath+"/parts",keyword:"minItems"}];
return false;
}
else {
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
const _errs3 = errors;
if(typeof data0[i0] !== "string"){
validate10.errors = [{instancePath:instancePath+"/parts/" + i0,keyword:"type"}];
return false;
}
var valid1 = _errs3 === errors;
if(!valid1){
break;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/parts",keyword:"type"}];
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

export const getEntriesByMarket = (() => {
const pattern0 = new RegExp("^[a-z0-9-]{1,64}$", "u");
const pattern1 = new RegExp("^[^#\\s\\u0000-\\u001f]{1,128}$", "u");
const formats0 = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.entries === undefined) && (missing0 = "entries")) || ((data.next === undefined) && (missing0 = "next"))){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.entries !== undefined){
let data0 = data.entries;
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
if((((((((((data1.campaignId === undefined) && (missing1 = "campaignId")) || ((data1.globalUserId === undefined) && (missing1 = "globalUserId"))) || ((data1.entry === undefined) && (missing1 = "entry"))) || ((data1.verdict === undefined) && (missing1 = "verdict"))) || ((data1.version === undefined) && (missing1 = "version"))) || ((data1.createdAt === undefined) && (missing1 = "createdAt"))) || ((data1.updatedAt === undefined) && (missing1 = "updatedAt"))) || ((data1.fanModifiedAt === undefined) && (missing1 = "fanModifiedAt"))) || ((data1.score === undefined) && (missing1 = "score"))){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0,keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data1.campaignId !== undefined){
let data2 = data1.campaignId;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/campaignId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/campaignId",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/globalUserId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/globalUserId",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/entry",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/verdict",keyword:"type"}];
return false;
}
if(!((((data5 === "PENDING") || (data5 === "WINNER")) || (data5 === "LOSER")) || (data5 === "WAITLIST"))){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/verdict",keyword:"enum"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/accessCode",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
if(data7.drawId !== undefined){
const _errs18 = errors;
if(typeof data7.drawId !== "string"){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/drawId",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/position",keyword:"type"}];
return false;
}
if(errors === _errs20){
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 1 || isNaN(data9)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/position",keyword:"minimum"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/marketId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/marketId",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/sharedCode",keyword:"type"}];
return false;
}
if(true !== data11){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/sharedCode",keyword:"const"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist/" + i1,keyword:"required",params:{missingProperty: missing3}}];
return false;
}
else {
if(data13.marketId !== undefined){
let data14 = data13.marketId;
const _errs30 = errors;
if(errors === _errs30){
if(typeof data14 === "string"){
if(!pattern0.test(data14)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist/" + i1+"/marketId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist/" + i1+"/marketId",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist/" + i1+"/place",keyword:"type"}];
return false;
}
if(errors === _errs32){
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 < 1 || isNaN(data15)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist/" + i1+"/place",keyword:"minimum"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist/" + i1,keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/version",keyword:"type"}];
return false;
}
if(errors === _errs34){
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 < 1 || isNaN(data16)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/version",keyword:"minimum"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/createdAt",keyword:"format"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/createdAt",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/updatedAt",keyword:"format"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/updatedAt",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/fanModifiedAt",keyword:"format"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/fanModifiedAt",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/linkedFrom",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/linkedFrom",keyword:"type"}];
return false;
}
}
var valid2 = _errs42 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.score !== undefined){
let data21 = data1.score;
const _errs44 = errors;
if((!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))) && (data21 !== null)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/score",keyword:"type"}];
return false;
}
if(errors === _errs44){
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 > 1000 || isNaN(data21)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/score",keyword:"maximum"}];
return false;
}
else {
if(data21 < 0 || isNaN(data21)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/score",keyword:"minimum"}];
return false;
}
}
}
}
var valid2 = _errs44 === errors;
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
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0,keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/entries",keyword:"type"}];
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
let data22 = data.next;
const _errs46 = errors;
if((typeof data22 !== "string") && (data22 !== null)){
validate10.errors = [{instancePath:instancePath+"/next",keyword:"type"}];
return false;
}
var valid0 = _errs46 === errors;
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

export const countEntries = (() => {

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.entries === undefined) && (missing0 = "entries")) || ((data.byVerdict === undefined) && (missing0 = "byVerdict"))) || ((data.byMarket === undefined) && (missing0 = "byMarket"))){
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
if(data.byMarket !== undefined){
let data3 = data.byMarket;
const _errs8 = errors;
if(errors === _errs8){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
let data4 = data3[key1];
const _errs11 = errors;
if(errors === _errs11){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
let missing1;
if((((data4.entrants === undefined) && (missing1 = "entrants")) || ((data4.winners === undefined) && (missing1 = "winners"))) || ((data4.codes === undefined) && (missing1 = "codes"))){
validate10.errors = [{instancePath:instancePath+"/byMarket/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data4.entrants !== undefined){
let data5 = data4.entrants;
const _errs13 = errors;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
validate10.errors = [{instancePath:instancePath+"/byMarket/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/entrants",keyword:"type"}];
return false;
}
if(errors === _errs13){
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 0 || isNaN(data5)){
validate10.errors = [{instancePath:instancePath+"/byMarket/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/entrants",keyword:"minimum"}];
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
if(data4.winners !== undefined){
let data6 = data4.winners;
const _errs15 = errors;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
validate10.errors = [{instancePath:instancePath+"/byMarket/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/winners",keyword:"type"}];
return false;
}
if(errors === _errs15){
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 0 || isNaN(data6)){
validate10.errors = [{instancePath:instancePath+"/byMarket/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/winners",keyword:"minimum"}];
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
if(data4.codes !== undefined){
let data7 = data4.codes;
const _errs17 = errors;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
validate10.errors = [{instancePath:instancePath+"/byMarket/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/codes",keyword:"type"}];
return false;
}
if(errors === _errs17){
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 < 0 || isNaN(data7)){
validate10.errors = [{instancePath:instancePath+"/byMarket/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/codes",keyword:"minimum"}];
return false;
}
}
}
var valid3 = _errs17 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/byMarket/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/byMarket",keyword:"type"}];
return false;
}
}
var valid0 = _errs8 === errors;
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

export const assignCodes = (() => {
const pattern0 = new RegExp("^[^#\\s\\u0000-\\u001f]{1,128}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.results === undefined) && (missing0 = "results")){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.results !== undefined){
let data0 = data.results;
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
if(((data1.globalUserId === undefined) && (missing1 = "globalUserId")) || ((data1.outcome === undefined) && (missing1 = "outcome"))){
validate10.errors = [{instancePath:instancePath+"/results/" + i0,keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data1.globalUserId !== undefined){
let data2 = data1.globalUserId;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
validate10.errors = [{instancePath:instancePath+"/results/" + i0+"/globalUserId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/results/" + i0+"/globalUserId",keyword:"type"}];
return false;
}
}
var valid2 = _errs5 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.outcome !== undefined){
let data3 = data1.outcome;
const _errs7 = errors;
if(typeof data3 !== "string"){
validate10.errors = [{instancePath:instancePath+"/results/" + i0+"/outcome",keyword:"type"}];
return false;
}
if(!((((data3 === "assigned") || (data3 === "unchanged")) || (data3 === "absent")) || (data3 === "refused"))){
validate10.errors = [{instancePath:instancePath+"/results/" + i0+"/outcome",keyword:"enum"}];
return false;
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
validate10.errors = [{instancePath:instancePath+"/results/" + i0,keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/results",keyword:"type"}];
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

export const checkInvite = (() => {

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.invited === undefined) && (missing0 = "invited")){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.invited !== undefined){
if(typeof data.invited !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/invited",keyword:"type"}];
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

export const importInvites = (() => {

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.imported === undefined) && (missing0 = "imported")) || ((data.duplicates === undefined) && (missing0 = "duplicates"))){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.imported !== undefined){
let data0 = data.imported;
const _errs1 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate10.errors = [{instancePath:instancePath+"/imported",keyword:"type"}];
return false;
}
if(errors === _errs1){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
validate10.errors = [{instancePath:instancePath+"/imported",keyword:"minimum"}];
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
if(data.duplicates !== undefined){
let data1 = data.duplicates;
const _errs3 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate10.errors = [{instancePath:instancePath+"/duplicates",keyword:"type"}];
return false;
}
if(errors === _errs3){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 0 || isNaN(data1)){
validate10.errors = [{instancePath:instancePath+"/duplicates",keyword:"minimum"}];
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

export const importScores = (() => {

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.imported === undefined) && (missing0 = "imported")) || ((data.unknown === undefined) && (missing0 = "unknown"))){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.imported !== undefined){
let data0 = data.imported;
const _errs1 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate10.errors = [{instancePath:instancePath+"/imported",keyword:"type"}];
return false;
}
if(errors === _errs1){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
validate10.errors = [{instancePath:instancePath+"/imported",keyword:"minimum"}];
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
if(data.unknown !== undefined){
let data1 = data.unknown;
const _errs3 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate10.errors = [{instancePath:instancePath+"/unknown",keyword:"type"}];
return false;
}
if(errors === _errs3){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 0 || isNaN(data1)){
validate10.errors = [{instancePath:instancePath+"/unknown",keyword:"minimum"}];
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

export const refreshScores = (() => {
const pattern0 = new RegExp("^[a-z0-9-]{1,64}$", "u");
const pattern1 = new RegExp("^[^#\\s\\u0000-\\u001f]{1,128}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.failed === undefined) && (missing0 = "failed")){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.failed !== undefined){
let data0 = data.failed;
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
if(((data1.campaignId === undefined) && (missing1 = "campaignId")) || ((data1.globalUserId === undefined) && (missing1 = "globalUserId"))){
validate10.errors = [{instancePath:instancePath+"/failed/" + i0,keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data1.campaignId !== undefined){
let data2 = data1.campaignId;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
validate10.errors = [{instancePath:instancePath+"/failed/" + i0+"/campaignId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/failed/" + i0+"/campaignId",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/failed/" + i0+"/globalUserId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/failed/" + i0+"/globalUserId",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/failed/" + i0,keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/failed",keyword:"type"}];
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

export const eraseFan = (() => {

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.invites === undefined) && (missing0 = "invites")){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.invites !== undefined){
let data0 = data.invites;
const _errs1 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate10.errors = [{instancePath:instancePath+"/invites",keyword:"type"}];
return false;
}
if(errors === _errs1){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
validate10.errors = [{instancePath:instancePath+"/invites",keyword:"minimum"}];
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

export const eraseInvites = (() => {

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.invites === undefined) && (missing0 = "invites")){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.invites !== undefined){
let data0 = data.invites;
const _errs1 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate10.errors = [{instancePath:instancePath+"/invites",keyword:"type"}];
return false;
}
if(errors === _errs1){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
validate10.errors = [{instancePath:instancePath+"/invites",keyword:"minimum"}];
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

export const forgetFan = (() => {

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.marks === undefined) && (missing0 = "marks")){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.marks !== undefined){
let data0 = data.marks;
const _errs1 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate10.errors = [{instancePath:instancePath+"/marks",keyword:"type"}];
return false;
}
if(errors === _errs1){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
validate10.errors = [{instancePath:instancePath+"/marks",keyword:"minimum"}];
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
