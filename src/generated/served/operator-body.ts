// @ts-nocheck
// Printed from src/server/operator-contract.ts by `npm run generate`. Change that file instead.
export const redrive_body = (() => {
const schema11 = {"type":"object","properties":{"messageIds":{"type":"array","items":{"type":"string"}}}};

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.messageIds !== undefined){
let data0 = data.messageIds;
const _errs1 = errors;
if(errors === _errs1){
if(Array.isArray(data0)){
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
const _errs3 = errors;
if(typeof data0[i0] !== "string"){
validate10.errors = [{instancePath:instancePath+"/messageIds/" + i0,schemaPath:"#/properties/messageIds/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid1 = _errs3 === errors;
if(!valid1){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/messageIds",schemaPath:"#/properties/messageIds/type",keyword:"type",params:{type: "array"},message:"must be array"}];
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

export const replicate_body = (() => {
const schema11 = {"type":"object","required":["globalUserIds"],"properties":{"globalUserIds":{"type":"array","items":{"type":"string","pattern":"^[^#\\s\\u0000-\\u001f]{1,128}$","description":"globalUserId"},"minItems":1,"maxItems":100}}};
const pattern0 = new RegExp("^[^#\\s\\u0000-\\u001f]{1,128}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.globalUserIds === undefined) && (missing0 = "globalUserIds")){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.globalUserIds !== undefined){
let data0 = data.globalUserIds;
const _errs1 = errors;
if(errors === _errs1){
if(Array.isArray(data0)){
if(data0.length > 100){
validate10.errors = [{instancePath:instancePath+"/globalUserIds",schemaPath:"#/properties/globalUserIds/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"}];
return false;
}
else {
if(data0.length < 1){
validate10.errors = [{instancePath:instancePath+"/globalUserIds",schemaPath:"#/properties/globalUserIds/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
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
if(!pattern0.test(data1)){
validate10.errors = [{instancePath:instancePath+"/globalUserIds/" + i0,schemaPath:"#/properties/globalUserIds/items/pattern",keyword:"pattern",params:{pattern: "^[^#\\s\\u0000-\\u001f]{1,128}$"},message:"must match pattern \""+"^[^#\\s\\u0000-\\u001f]{1,128}$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/globalUserIds/" + i0,schemaPath:"#/properties/globalUserIds/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
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
validate10.errors = [{instancePath:instancePath+"/globalUserIds",schemaPath:"#/properties/globalUserIds/type",keyword:"type",params:{type: "array"},message:"must be array"}];
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

export const announceKeyRotation_body = (() => {
const schema11 = {"type":"object","required":["leaked"],"properties":{"leaked":{"type":"boolean"}}};

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.leaked === undefined) && (missing0 = "leaked")){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.leaked !== undefined){
if(typeof data.leaked !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/leaked",schemaPath:"#/properties/leaked/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
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
