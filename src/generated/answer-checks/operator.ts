// @ts-nocheck
// Printed from src/server/operator-contract.ts by `npm run generate`. Change that file instead.
export const flow = (() => {

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.idle === undefined) && (missing0 = "idle")) || ((data.queues === undefined) && (missing0 = "queues"))) || ((data.streams === undefined) && (missing0 = "streams"))){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.idle !== undefined){
const _errs1 = errors;
if(typeof data.idle !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/idle",keyword:"type"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.queues !== undefined){
let data1 = data.queues;
const _errs3 = errors;
if(errors === _errs3){
if(Array.isArray(data1)){
var valid1 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
const _errs5 = errors;
if(errors === _errs5){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing1;
if((((((((((data2.queue === undefined) && (missing1 = "queue")) || ((data2.waiting === undefined) && (missing1 = "waiting"))) || ((data2.inFlight === undefined) && (missing1 = "inFlight"))) || ((data2.delayed === undefined) && (missing1 = "delayed"))) || ((data2.deadLetters === undefined) && (missing1 = "deadLetters"))) || ((data2.oldestAgeMs === undefined) && (missing1 = "oldestAgeMs"))) || ((data2.sent === undefined) && (missing1 = "sent"))) || ((data2.done === undefined) && (missing1 = "done"))) || ((data2.expired === undefined) && (missing1 = "expired"))){
validate10.errors = [{instancePath:instancePath+"/queues/" + i0,keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data2.queue !== undefined){
const _errs7 = errors;
if(typeof data2.queue !== "string"){
validate10.errors = [{instancePath:instancePath+"/queues/" + i0+"/queue",keyword:"type"}];
return false;
}
var valid2 = _errs7 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data2.waiting !== undefined){
let data4 = data2.waiting;
const _errs9 = errors;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
validate10.errors = [{instancePath:instancePath+"/queues/" + i0+"/waiting",keyword:"type"}];
return false;
}
if(errors === _errs9){
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 0 || isNaN(data4)){
validate10.errors = [{instancePath:instancePath+"/queues/" + i0+"/waiting",keyword:"minimum"}];
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
if(data2.inFlight !== undefined){
let data5 = data2.inFlight;
const _errs11 = errors;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
validate10.errors = [{instancePath:instancePath+"/queues/" + i0+"/inFlight",keyword:"type"}];
return false;
}
if(errors === _errs11){
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 0 || isNaN(data5)){
validate10.errors = [{instancePath:instancePath+"/queues/" + i0+"/inFlight",keyword:"minimum"}];
return false;
}
}
}
var valid2 = _errs11 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data2.delayed !== undefined){
let data6 = data2.delayed;
const _errs13 = errors;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
validate10.errors = [{instancePath:instancePath+"/queues/" + i0+"/delayed",keyword:"type"}];
return false;
}
if(errors === _errs13){
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 0 || isNaN(data6)){
validate10.errors = [{instancePath:instancePath+"/queues/" + i0+"/delayed",keyword:"minimum"}];
return false;
}
}
}
var valid2 = _errs13 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data2.deadLetters !== undefined){
let data7 = data2.deadLetters;
const _errs15 = errors;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
validate10.errors = [{instancePath:instancePath+"/queues/" + i0+"/deadLetters",keyword:"type"}];
return false;
}
if(errors === _errs15){
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 < 0 || isNaN(data7)){
validate10.errors = [{instancePath:instancePath+"/queues/" + i0+"/deadLetters",keyword:"minimum"}];
return false;
}
}
}
var valid2 = _errs15 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data2.oldestAgeMs !== undefined){
let data8 = data2.oldestAgeMs;
const _errs17 = errors;
if((!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))) && (data8 !== null)){
validate10.errors = [{instancePath:instancePath+"/queues/" + i0+"/oldestAgeMs",keyword:"type"}];
return false;
}
if(errors === _errs17){
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 < 0 || isNaN(data8)){
validate10.errors = [{instancePath:instancePath+"/queues/" + i0+"/oldestAgeMs",keyword:"minimum"}];
return false;
}
}
}
var valid2 = _errs17 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data2.sent !== undefined){
let data9 = data2.sent;
const _errs19 = errors;
if((!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))) && (data9 !== null)){
validate10.errors = [{instancePath:instancePath+"/queues/" + i0+"/sent",keyword:"type"}];
return false;
}
if(errors === _errs19){
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 0 || isNaN(data9)){
validate10.errors = [{instancePath:instancePath+"/queues/" + i0+"/sent",keyword:"minimum"}];
return false;
}
}
}
var valid2 = _errs19 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data2.done !== undefined){
let data10 = data2.done;
const _errs21 = errors;
if((!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))) && (data10 !== null)){
validate10.errors = [{instancePath:instancePath+"/queues/" + i0+"/done",keyword:"type"}];
return false;
}
if(errors === _errs21){
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 < 0 || isNaN(data10)){
validate10.errors = [{instancePath:instancePath+"/queues/" + i0+"/done",keyword:"minimum"}];
return false;
}
}
}
var valid2 = _errs21 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data2.expired !== undefined){
let data11 = data2.expired;
const _errs23 = errors;
if((!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))) && (data11 !== null)){
validate10.errors = [{instancePath:instancePath+"/queues/" + i0+"/expired",keyword:"type"}];
return false;
}
if(errors === _errs23){
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 0 || isNaN(data11)){
validate10.errors = [{instancePath:instancePath+"/queues/" + i0+"/expired",keyword:"minimum"}];
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
else {
validate10.errors = [{instancePath:instancePath+"/queues/" + i0,keyword:"type"}];
return false;
}
}
var valid1 = _errs5 === errors;
if(!valid1){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/queues",keyword:"type"}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.streams !== undefined){
let data12 = data.streams;
const _errs25 = errors;
if(errors === _errs25){
if(Array.isArray(data12)){
var valid3 = true;
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
let data13 = data12[i1];
const _errs27 = errors;
if(errors === _errs27){
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
let missing2;
if(((((data13.worker === undefined) && (missing2 = "worker")) || ((data13.behind === undefined) && (missing2 = "behind"))) || ((data13.oldestAgeMs === undefined) && (missing2 = "oldestAgeMs"))) || ((data13.deadLetters === undefined) && (missing2 = "deadLetters"))){
validate10.errors = [{instancePath:instancePath+"/streams/" + i1,keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
if(data13.worker !== undefined){
const _errs29 = errors;
if(typeof data13.worker !== "string"){
validate10.errors = [{instancePath:instancePath+"/streams/" + i1+"/worker",keyword:"type"}];
return false;
}
var valid4 = _errs29 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data13.behind !== undefined){
let data15 = data13.behind;
const _errs31 = errors;
if((!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))) && (data15 !== null)){
validate10.errors = [{instancePath:instancePath+"/streams/" + i1+"/behind",keyword:"type"}];
return false;
}
if(errors === _errs31){
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 < 0 || isNaN(data15)){
validate10.errors = [{instancePath:instancePath+"/streams/" + i1+"/behind",keyword:"minimum"}];
return false;
}
}
}
var valid4 = _errs31 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data13.oldestAgeMs !== undefined){
let data16 = data13.oldestAgeMs;
const _errs33 = errors;
if((!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))) && (data16 !== null)){
validate10.errors = [{instancePath:instancePath+"/streams/" + i1+"/oldestAgeMs",keyword:"type"}];
return false;
}
if(errors === _errs33){
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 < 0 || isNaN(data16)){
validate10.errors = [{instancePath:instancePath+"/streams/" + i1+"/oldestAgeMs",keyword:"minimum"}];
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
if(data13.deadLetters !== undefined){
let data17 = data13.deadLetters;
const _errs35 = errors;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
validate10.errors = [{instancePath:instancePath+"/streams/" + i1+"/deadLetters",keyword:"type"}];
return false;
}
if(errors === _errs35){
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 < 0 || isNaN(data17)){
validate10.errors = [{instancePath:instancePath+"/streams/" + i1+"/deadLetters",keyword:"minimum"}];
return false;
}
}
}
var valid4 = _errs35 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/streams/" + i1,keyword:"type"}];
return false;
}
}
var valid3 = _errs27 === errors;
if(!valid3){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/streams",keyword:"type"}];
return false;
}
}
var valid0 = _errs25 === errors;
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

export const deadLetters = (() => {

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.deadLetters === undefined) && (missing0 = "deadLetters")) || ((data.next === undefined) && (missing0 = "next"))){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.deadLetters !== undefined){
let data0 = data.deadLetters;
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
if(((((((data1.messageId === undefined) && (missing1 = "messageId")) || ((data1.error === undefined) && (missing1 = "error"))) || ((data1.receiveCount === undefined) && (missing1 = "receiveCount"))) || ((data1.sentAt === undefined) && (missing1 = "sentAt"))) || ((data1.deadAt === undefined) && (missing1 = "deadAt"))) || ((data1.body === undefined) && (missing1 = "body"))){
validate10.errors = [{instancePath:instancePath+"/deadLetters/" + i0,keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data1.messageId !== undefined){
const _errs5 = errors;
if(typeof data1.messageId !== "string"){
validate10.errors = [{instancePath:instancePath+"/deadLetters/" + i0+"/messageId",keyword:"type"}];
return false;
}
var valid2 = _errs5 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.error !== undefined){
const _errs7 = errors;
if(typeof data1.error !== "string"){
validate10.errors = [{instancePath:instancePath+"/deadLetters/" + i0+"/error",keyword:"type"}];
return false;
}
var valid2 = _errs7 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.receiveCount !== undefined){
let data4 = data1.receiveCount;
const _errs9 = errors;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
validate10.errors = [{instancePath:instancePath+"/deadLetters/" + i0+"/receiveCount",keyword:"type"}];
return false;
}
if(errors === _errs9){
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 0 || isNaN(data4)){
validate10.errors = [{instancePath:instancePath+"/deadLetters/" + i0+"/receiveCount",keyword:"minimum"}];
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
if(data1.sentAt !== undefined){
const _errs11 = errors;
if(typeof data1.sentAt !== "string"){
validate10.errors = [{instancePath:instancePath+"/deadLetters/" + i0+"/sentAt",keyword:"type"}];
return false;
}
var valid2 = _errs11 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.deadAt !== undefined){
let data6 = data1.deadAt;
const _errs13 = errors;
if((typeof data6 !== "string") && (data6 !== null)){
validate10.errors = [{instancePath:instancePath+"/deadLetters/" + i0+"/deadAt",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/deadLetters/" + i0,keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/deadLetters",keyword:"type"}];
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

export const redrive = (() => {

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.moved === undefined) && (missing0 = "moved")) || ((data.failed === undefined) && (missing0 = "failed"))){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.moved !== undefined){
let data0 = data.moved;
const _errs1 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate10.errors = [{instancePath:instancePath+"/moved",keyword:"type"}];
return false;
}
if(errors === _errs1){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
validate10.errors = [{instancePath:instancePath+"/moved",keyword:"minimum"}];
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

export const events = (() => {

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.events === undefined) && (missing0 = "events")) || ((data.next === undefined) && (missing0 = "next"))){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.events !== undefined){
let data0 = data.events;
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
if((((((data1.offset === undefined) && (missing1 = "offset")) || ((data1.key === undefined) && (missing1 = "key"))) || ((data1.dedupeId === undefined) && (missing1 = "dedupeId"))) || ((data1.timestamp === undefined) && (missing1 = "timestamp"))) || ((data1.value === undefined) && (missing1 = "value"))){
validate10.errors = [{instancePath:instancePath+"/events/" + i0,keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data1.offset !== undefined){
const _errs5 = errors;
if(typeof data1.offset !== "string"){
validate10.errors = [{instancePath:instancePath+"/events/" + i0+"/offset",keyword:"type"}];
return false;
}
var valid2 = _errs5 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.key !== undefined){
const _errs7 = errors;
if(typeof data1.key !== "string"){
validate10.errors = [{instancePath:instancePath+"/events/" + i0+"/key",keyword:"type"}];
return false;
}
var valid2 = _errs7 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.dedupeId !== undefined){
const _errs9 = errors;
if(typeof data1.dedupeId !== "string"){
validate10.errors = [{instancePath:instancePath+"/events/" + i0+"/dedupeId",keyword:"type"}];
return false;
}
var valid2 = _errs9 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.timestamp !== undefined){
const _errs11 = errors;
if(typeof data1.timestamp !== "string"){
validate10.errors = [{instancePath:instancePath+"/events/" + i0+"/timestamp",keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/events/" + i0,keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/events",keyword:"type"}];
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
let data6 = data.next;
const _errs13 = errors;
if((typeof data6 !== "string") && (data6 !== null)){
validate10.errors = [{instancePath:instancePath+"/next",keyword:"type"}];
return false;
}
var valid0 = _errs13 === errors;
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

export const listTable = (() => {
const pattern0 = new RegExp("^[^#\\s\\u0000-\\u001f]{1,128}$", "u");
const pattern1 = new RegExp("^[a-z0-9-]{1,64}$", "u");
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
if(((((((((data1.globalUserId === undefined) && (missing1 = "globalUserId")) || ((data1.entry === undefined) && (missing1 = "entry"))) || ((data1.verdict === undefined) && (missing1 = "verdict"))) || ((data1.version === undefined) && (missing1 = "version"))) || ((data1.createdAt === undefined) && (missing1 = "createdAt"))) || ((data1.updatedAt === undefined) && (missing1 = "updatedAt"))) || ((data1.fanModifiedAt === undefined) && (missing1 = "fanModifiedAt"))) || ((data1.needsReplication === undefined) && (missing1 = "needsReplication"))){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0,keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data1.globalUserId !== undefined){
let data2 = data1.globalUserId;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/globalUserId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/globalUserId",keyword:"type"}];
return false;
}
}
var valid2 = _errs5 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.entry !== undefined){
let data3 = data1.entry;
const _errs7 = errors;
if(errors === _errs7){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/entry",keyword:"type"}];
return false;
}
}
var valid2 = _errs7 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.verdict !== undefined){
let data4 = data1.verdict;
const _errs10 = errors;
if(typeof data4 !== "string"){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/verdict",keyword:"type"}];
return false;
}
if(!((((data4 === "PENDING") || (data4 === "WINNER")) || (data4 === "LOSER")) || (data4 === "WAITLIST"))){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/verdict",keyword:"enum"}];
return false;
}
var valid2 = _errs10 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.accessCode !== undefined){
const _errs12 = errors;
if(typeof data1.accessCode !== "string"){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/accessCode",keyword:"type"}];
return false;
}
var valid2 = _errs12 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.selection !== undefined){
let data6 = data1.selection;
const _errs14 = errors;
if(errors === _errs14){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
let missing2;
if(((data6.drawId === undefined) && (missing2 = "drawId")) || ((data6.waitlist === undefined) && (missing2 = "waitlist"))){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
if(data6.drawId !== undefined){
const _errs16 = errors;
if(typeof data6.drawId !== "string"){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/drawId",keyword:"type"}];
return false;
}
var valid3 = _errs16 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.position !== undefined){
let data8 = data6.position;
const _errs18 = errors;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/position",keyword:"type"}];
return false;
}
if(errors === _errs18){
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 < 1 || isNaN(data8)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/position",keyword:"minimum"}];
return false;
}
}
}
var valid3 = _errs18 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.marketId !== undefined){
let data9 = data6.marketId;
const _errs20 = errors;
if(errors === _errs20){
if(typeof data9 === "string"){
if(!pattern1.test(data9)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/marketId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/marketId",keyword:"type"}];
return false;
}
}
var valid3 = _errs20 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.sharedCode !== undefined){
let data10 = data6.sharedCode;
const _errs22 = errors;
if(typeof data10 !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/sharedCode",keyword:"type"}];
return false;
}
if(true !== data10){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/sharedCode",keyword:"const"}];
return false;
}
var valid3 = _errs22 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.waitlist !== undefined){
let data11 = data6.waitlist;
const _errs24 = errors;
if(errors === _errs24){
if(Array.isArray(data11)){
var valid4 = true;
const len1 = data11.length;
for(let i1=0; i1<len1; i1++){
let data12 = data11[i1];
const _errs26 = errors;
if(errors === _errs26){
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
let missing3;
if(((data12.marketId === undefined) && (missing3 = "marketId")) || ((data12.place === undefined) && (missing3 = "place"))){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist/" + i1,keyword:"required",params:{missingProperty: missing3}}];
return false;
}
else {
if(data12.marketId !== undefined){
let data13 = data12.marketId;
const _errs28 = errors;
if(errors === _errs28){
if(typeof data13 === "string"){
if(!pattern1.test(data13)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist/" + i1+"/marketId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist/" + i1+"/marketId",keyword:"type"}];
return false;
}
}
var valid5 = _errs28 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data12.place !== undefined){
let data14 = data12.place;
const _errs30 = errors;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist/" + i1+"/place",keyword:"type"}];
return false;
}
if(errors === _errs30){
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 < 1 || isNaN(data14)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/selection/waitlist/" + i1+"/place",keyword:"minimum"}];
return false;
}
}
}
var valid5 = _errs30 === errors;
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
var valid4 = _errs26 === errors;
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
var valid3 = _errs24 === errors;
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
var valid2 = _errs14 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.version !== undefined){
let data15 = data1.version;
const _errs32 = errors;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/version",keyword:"type"}];
return false;
}
if(errors === _errs32){
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 < 1 || isNaN(data15)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/version",keyword:"minimum"}];
return false;
}
}
}
var valid2 = _errs32 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.createdAt !== undefined){
let data16 = data1.createdAt;
const _errs34 = errors;
if(errors === _errs34){
if(errors === _errs34){
if(typeof data16 === "string"){
if(!(formats0.test(data16))){
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
var valid2 = _errs34 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.updatedAt !== undefined){
let data17 = data1.updatedAt;
const _errs36 = errors;
if(errors === _errs36){
if(errors === _errs36){
if(typeof data17 === "string"){
if(!(formats0.test(data17))){
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
var valid2 = _errs36 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.fanModifiedAt !== undefined){
let data18 = data1.fanModifiedAt;
const _errs38 = errors;
if(errors === _errs38){
if(errors === _errs38){
if(typeof data18 === "string"){
if(!(formats0.test(data18))){
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
var valid2 = _errs38 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.linkedFrom !== undefined){
let data19 = data1.linkedFrom;
const _errs40 = errors;
if(errors === _errs40){
if(typeof data19 === "string"){
if(!pattern1.test(data19)){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/linkedFrom",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/linkedFrom",keyword:"type"}];
return false;
}
}
var valid2 = _errs40 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.needsReplication !== undefined){
const _errs42 = errors;
if(typeof data1.needsReplication !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/entries/" + i0+"/needsReplication",keyword:"type"}];
return false;
}
var valid2 = _errs42 === errors;
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
let data21 = data.next;
const _errs44 = errors;
if((typeof data21 !== "string") && (data21 !== null)){
validate10.errors = [{instancePath:instancePath+"/next",keyword:"type"}];
return false;
}
var valid0 = _errs44 === errors;
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

export const replicate = (() => {

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.sent === undefined) && (missing0 = "sent")) || ((data.unknown === undefined) && (missing0 = "unknown"))){
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

export const eraseFan = (() => {

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.entries === undefined) && (missing0 = "entries")) || ((data.mails === undefined) && (missing0 = "mails"))) || ((data.lines === undefined) && (missing0 = "lines"))) || ((data.deadLetters === undefined) && (missing0 = "deadLetters"))) || ((data.records === undefined) && (missing0 = "records"))) || ((data.onTheirWay === undefined) && (missing0 = "onTheirWay"))){
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
if(data.mails !== undefined){
let data1 = data.mails;
const _errs3 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate10.errors = [{instancePath:instancePath+"/mails",keyword:"type"}];
return false;
}
if(errors === _errs3){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 0 || isNaN(data1)){
validate10.errors = [{instancePath:instancePath+"/mails",keyword:"minimum"}];
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
if(data.lines !== undefined){
let data2 = data.lines;
const _errs5 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate10.errors = [{instancePath:instancePath+"/lines",keyword:"type"}];
return false;
}
if(errors === _errs5){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
validate10.errors = [{instancePath:instancePath+"/lines",keyword:"minimum"}];
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
if(data.deadLetters !== undefined){
let data3 = data.deadLetters;
const _errs7 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
validate10.errors = [{instancePath:instancePath+"/deadLetters",keyword:"type"}];
return false;
}
if(errors === _errs7){
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 0 || isNaN(data3)){
validate10.errors = [{instancePath:instancePath+"/deadLetters",keyword:"minimum"}];
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
if(data.records !== undefined){
let data4 = data.records;
const _errs9 = errors;
if((!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))) && (data4 !== null)){
validate10.errors = [{instancePath:instancePath+"/records",keyword:"type"}];
return false;
}
if(errors === _errs9){
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 0 || isNaN(data4)){
validate10.errors = [{instancePath:instancePath+"/records",keyword:"minimum"}];
return false;
}
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.onTheirWay !== undefined){
let data5 = data.onTheirWay;
const _errs11 = errors;
if((!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))) && (data5 !== null)){
validate10.errors = [{instancePath:instancePath+"/onTheirWay",keyword:"type"}];
return false;
}
if(errors === _errs11){
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 0 || isNaN(data5)){
validate10.errors = [{instancePath:instancePath+"/onTheirWay",keyword:"minimum"}];
return false;
}
}
}
var valid0 = _errs11 === errors;
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

export const audit = (() => {
const formats0 = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.records === undefined) && (missing0 = "records")) || ((data.next === undefined) && (missing0 = "next"))){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.records !== undefined){
let data0 = data.records;
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
if(((((((((((data1.number === undefined) && (missing1 = "number")) || ((data1.at === undefined) && (missing1 = "at"))) || ((data1.by === undefined) && (missing1 = "by"))) || ((data1.service === undefined) && (missing1 = "service"))) || ((data1.operation === undefined) && (missing1 = "operation"))) || ((data1.on === undefined) && (missing1 = "on"))) || ((data1.outcome === undefined) && (missing1 = "outcome"))) || ((data1.correlationId === undefined) && (missing1 = "correlationId"))) || ((data1.previous === undefined) && (missing1 = "previous"))) || ((data1.hash === undefined) && (missing1 = "hash"))){
validate10.errors = [{instancePath:instancePath+"/records/" + i0,keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data1.number !== undefined){
let data2 = data1.number;
const _errs5 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate10.errors = [{instancePath:instancePath+"/records/" + i0+"/number",keyword:"type"}];
return false;
}
if(errors === _errs5){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 1 || isNaN(data2)){
validate10.errors = [{instancePath:instancePath+"/records/" + i0+"/number",keyword:"minimum"}];
return false;
}
}
}
var valid2 = _errs5 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.at !== undefined){
let data3 = data1.at;
const _errs7 = errors;
if(errors === _errs7){
if(errors === _errs7){
if(typeof data3 === "string"){
if(!(formats0.test(data3))){
validate10.errors = [{instancePath:instancePath+"/records/" + i0+"/at",keyword:"format"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/records/" + i0+"/at",keyword:"type"}];
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
if(data1.by !== undefined){
let data4 = data1.by;
const _errs9 = errors;
if(errors === _errs9){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
let missing2;
if(((data4.kind === undefined) && (missing2 = "kind")) || ((data4.name === undefined) && (missing2 = "name"))){
validate10.errors = [{instancePath:instancePath+"/records/" + i0+"/by",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
if(data4.kind !== undefined){
let data5 = data4.kind;
const _errs11 = errors;
if(typeof data5 !== "string"){
validate10.errors = [{instancePath:instancePath+"/records/" + i0+"/by/kind",keyword:"type"}];
return false;
}
if(!((data5 === "operator") || (data5 === "app"))){
validate10.errors = [{instancePath:instancePath+"/records/" + i0+"/by/kind",keyword:"enum"}];
return false;
}
var valid3 = _errs11 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data4.name !== undefined){
const _errs13 = errors;
if(typeof data4.name !== "string"){
validate10.errors = [{instancePath:instancePath+"/records/" + i0+"/by/name",keyword:"type"}];
return false;
}
var valid3 = _errs13 === errors;
}
else {
var valid3 = true;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/records/" + i0+"/by",keyword:"type"}];
return false;
}
}
var valid2 = _errs9 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.service !== undefined){
const _errs15 = errors;
if(typeof data1.service !== "string"){
validate10.errors = [{instancePath:instancePath+"/records/" + i0+"/service",keyword:"type"}];
return false;
}
var valid2 = _errs15 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.operation !== undefined){
const _errs17 = errors;
if(typeof data1.operation !== "string"){
validate10.errors = [{instancePath:instancePath+"/records/" + i0+"/operation",keyword:"type"}];
return false;
}
var valid2 = _errs17 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.on !== undefined){
let data9 = data1.on;
const _errs19 = errors;
if(errors === _errs19){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key0 in data9){
const _errs22 = errors;
if(typeof data9[key0] !== "string"){
validate10.errors = [{instancePath:instancePath+"/records/" + i0+"/on/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),keyword:"type"}];
return false;
}
var valid4 = _errs22 === errors;
if(!valid4){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/records/" + i0+"/on",keyword:"type"}];
return false;
}
}
var valid2 = _errs19 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.outcome !== undefined){
const _errs24 = errors;
if(typeof data1.outcome !== "string"){
validate10.errors = [{instancePath:instancePath+"/records/" + i0+"/outcome",keyword:"type"}];
return false;
}
var valid2 = _errs24 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.correlationId !== undefined){
const _errs26 = errors;
if(typeof data1.correlationId !== "string"){
validate10.errors = [{instancePath:instancePath+"/records/" + i0+"/correlationId",keyword:"type"}];
return false;
}
var valid2 = _errs26 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.previous !== undefined){
const _errs28 = errors;
if(typeof data1.previous !== "string"){
validate10.errors = [{instancePath:instancePath+"/records/" + i0+"/previous",keyword:"type"}];
return false;
}
var valid2 = _errs28 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.hash !== undefined){
const _errs30 = errors;
if(typeof data1.hash !== "string"){
validate10.errors = [{instancePath:instancePath+"/records/" + i0+"/hash",keyword:"type"}];
return false;
}
var valid2 = _errs30 === errors;
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
validate10.errors = [{instancePath:instancePath+"/records/" + i0,keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/records",keyword:"type"}];
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
let data15 = data.next;
const _errs32 = errors;
if((!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))) && (data15 !== null)){
validate10.errors = [{instancePath:instancePath+"/next",keyword:"type"}];
return false;
}
var valid0 = _errs32 === errors;
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

export const announceKeyRotation = (() => {

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

export const countEvents = (() => {

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.count === undefined) && (missing0 = "count")){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.count !== undefined){
let data0 = data.count;
const _errs1 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate10.errors = [{instancePath:instancePath+"/count",keyword:"type"}];
return false;
}
if(errors === _errs1){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
validate10.errors = [{instancePath:instancePath+"/count",keyword:"minimum"}];
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
