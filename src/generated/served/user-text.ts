// @ts-nocheck
// Printed from src/services/user/contract.ts by `npm run generate`. Change that file instead.
export const getProfile_params = (() => {
const schema11 = {"type":"object","required":["globalUserId"],"properties":{"globalUserId":{"type":"string","pattern":"^[^#\\s\\u0000-\\u001f]{1,128}$","description":"globalUserId"}}};
const pattern0 = new RegExp("^[^#\\s\\u0000-\\u001f]{1,128}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.globalUserId === undefined) && (missing0 = "globalUserId")){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.globalUserId !== undefined){
let data0 = data.globalUserId;
const _errs1 = errors;
if(typeof data0 !== "string"){
let dataType0 = typeof data0;
let coerced0 = undefined;
if(!(coerced0 !== undefined)){
if(dataType0 == "number" || dataType0 == "boolean"){
coerced0 = "" + data0;
}
else if(data0 === null){
coerced0 = "";
}
else {
validate10.errors = [{instancePath:instancePath+"/globalUserId",schemaPath:"#/properties/globalUserId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
if(coerced0 !== undefined){
data0 = coerced0;
if(data !== undefined){
data["globalUserId"] = coerced0;
}
}
}
if(errors === _errs1){
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
validate10.errors = [{instancePath:instancePath+"/globalUserId",schemaPath:"#/properties/globalUserId/pattern",keyword:"pattern",params:{pattern: "^[^#\\s\\u0000-\\u001f]{1,128}$"},message:"must match pattern \""+"^[^#\\s\\u0000-\\u001f]{1,128}$"+"\""}];
return false;
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

export const setAttributes_params = (() => {
const schema11 = {"type":"object","required":["globalUserId"],"properties":{"globalUserId":{"type":"string","pattern":"^[^#\\s\\u0000-\\u001f]{1,128}$","description":"globalUserId"}}};
const pattern0 = new RegExp("^[^#\\s\\u0000-\\u001f]{1,128}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.globalUserId === undefined) && (missing0 = "globalUserId")){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.globalUserId !== undefined){
let data0 = data.globalUserId;
const _errs1 = errors;
if(typeof data0 !== "string"){
let dataType0 = typeof data0;
let coerced0 = undefined;
if(!(coerced0 !== undefined)){
if(dataType0 == "number" || dataType0 == "boolean"){
coerced0 = "" + data0;
}
else if(data0 === null){
coerced0 = "";
}
else {
validate10.errors = [{instancePath:instancePath+"/globalUserId",schemaPath:"#/properties/globalUserId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
if(coerced0 !== undefined){
data0 = coerced0;
if(data !== undefined){
data["globalUserId"] = coerced0;
}
}
}
if(errors === _errs1){
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
validate10.errors = [{instancePath:instancePath+"/globalUserId",schemaPath:"#/properties/globalUserId/pattern",keyword:"pattern",params:{pattern: "^[^#\\s\\u0000-\\u001f]{1,128}$"},message:"must match pattern \""+"^[^#\\s\\u0000-\\u001f]{1,128}$"+"\""}];
return false;
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

export const setSubscription_params = (() => {
const schema11 = {"type":"object","required":["globalUserId"],"properties":{"globalUserId":{"type":"string","pattern":"^[^#\\s\\u0000-\\u001f]{1,128}$","description":"globalUserId"}}};
const pattern0 = new RegExp("^[^#\\s\\u0000-\\u001f]{1,128}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.globalUserId === undefined) && (missing0 = "globalUserId")){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.globalUserId !== undefined){
let data0 = data.globalUserId;
const _errs1 = errors;
if(typeof data0 !== "string"){
let dataType0 = typeof data0;
let coerced0 = undefined;
if(!(coerced0 !== undefined)){
if(dataType0 == "number" || dataType0 == "boolean"){
coerced0 = "" + data0;
}
else if(data0 === null){
coerced0 = "";
}
else {
validate10.errors = [{instancePath:instancePath+"/globalUserId",schemaPath:"#/properties/globalUserId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
if(coerced0 !== undefined){
data0 = coerced0;
if(data !== undefined){
data["globalUserId"] = coerced0;
}
}
}
if(errors === _errs1){
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
validate10.errors = [{instancePath:instancePath+"/globalUserId",schemaPath:"#/properties/globalUserId/pattern",keyword:"pattern",params:{pattern: "^[^#\\s\\u0000-\\u001f]{1,128}$"},message:"must match pattern \""+"^[^#\\s\\u0000-\\u001f]{1,128}$"+"\""}];
return false;
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

export const countEmailJobs_query = (() => {
const schema11 = {"type":"object","required":["campaignId"],"properties":{"campaignId":{"type":"string","pattern":"^[a-z0-9-]{1,64}$"}}};
const pattern0 = new RegExp("^[a-z0-9-]{1,64}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.campaignId === undefined) && (missing0 = "campaignId")){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.campaignId !== undefined){
let data0 = data.campaignId;
const _errs1 = errors;
if(typeof data0 !== "string"){
let dataType0 = typeof data0;
let coerced0 = undefined;
if(!(coerced0 !== undefined)){
if(dataType0 == "number" || dataType0 == "boolean"){
coerced0 = "" + data0;
}
else if(data0 === null){
coerced0 = "";
}
else {
validate10.errors = [{instancePath:instancePath+"/campaignId",schemaPath:"#/properties/campaignId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
if(coerced0 !== undefined){
data0 = coerced0;
if(data !== undefined){
data["campaignId"] = coerced0;
}
}
}
if(errors === _errs1){
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
validate10.errors = [{instancePath:instancePath+"/campaignId",schemaPath:"#/properties/campaignId/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,64}$"},message:"must match pattern \""+"^[a-z0-9-]{1,64}$"+"\""}];
return false;
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

export const eraseFan_params = (() => {
const schema11 = {"type":"object","required":["globalUserId"],"properties":{"globalUserId":{"type":"string","pattern":"^[^#\\s\\u0000-\\u001f]{1,128}$","description":"globalUserId"}}};
const pattern0 = new RegExp("^[^#\\s\\u0000-\\u001f]{1,128}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.globalUserId === undefined) && (missing0 = "globalUserId")){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.globalUserId !== undefined){
let data0 = data.globalUserId;
const _errs1 = errors;
if(typeof data0 !== "string"){
let dataType0 = typeof data0;
let coerced0 = undefined;
if(!(coerced0 !== undefined)){
if(dataType0 == "number" || dataType0 == "boolean"){
coerced0 = "" + data0;
}
else if(data0 === null){
coerced0 = "";
}
else {
validate10.errors = [{instancePath:instancePath+"/globalUserId",schemaPath:"#/properties/globalUserId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
if(coerced0 !== undefined){
data0 = coerced0;
if(data !== undefined){
data["globalUserId"] = coerced0;
}
}
}
if(errors === _errs1){
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
validate10.errors = [{instancePath:instancePath+"/globalUserId",schemaPath:"#/properties/globalUserId/pattern",keyword:"pattern",params:{pattern: "^[^#\\s\\u0000-\\u001f]{1,128}$"},message:"must match pattern \""+"^[^#\\s\\u0000-\\u001f]{1,128}$"+"\""}];
return false;
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
