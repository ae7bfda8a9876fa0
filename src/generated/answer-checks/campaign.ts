// @ts-nocheck
// Printed from src/services/campaign/contract.ts by `npm run generate`. Change that file instead.
export const listCampaigns = (() => {
const pattern0 = new RegExp("^[a-z0-9-]{1,64}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.campaigns === undefined) && (missing0 = "campaigns")) || ((data.next === undefined) && (missing0 = "next"))){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.campaigns !== undefined){
let data0 = data.campaigns;
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
if((((data1.id === undefined) && (missing1 = "id")) || ((data1.slug === undefined) && (missing1 = "slug"))) || ((data1.name === undefined) && (missing1 = "name"))){
validate10.errors = [{instancePath:instancePath+"/campaigns/" + i0,keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data1.id !== undefined){
let data2 = data1.id;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
validate10.errors = [{instancePath:instancePath+"/campaigns/" + i0+"/id",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/campaigns/" + i0+"/id",keyword:"type"}];
return false;
}
}
var valid2 = _errs6 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.slug !== undefined){
let data3 = data1.slug;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
validate10.errors = [{instancePath:instancePath+"/campaigns/" + i0+"/slug",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/campaigns/" + i0+"/slug",keyword:"type"}];
return false;
}
}
var valid2 = _errs8 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.name !== undefined){
const _errs10 = errors;
if(typeof data1.name !== "string"){
validate10.errors = [{instancePath:instancePath+"/campaigns/" + i0+"/name",keyword:"type"}];
return false;
}
var valid2 = _errs10 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/campaigns/" + i0,keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/campaigns",keyword:"type"}];
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
let data5 = data.next;
const _errs12 = errors;
if((typeof data5 !== "string") && (data5 !== null)){
validate10.errors = [{instancePath:instancePath+"/next",keyword:"type"}];
return false;
}
if(errors === _errs12){
if(typeof data5 === "string"){
if(!pattern0.test(data5)){
validate10.errors = [{instancePath:instancePath+"/next",keyword:"pattern"}];
return false;
}
}
}
var valid0 = _errs12 === errors;
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

export const getCampaign = (() => {
const pattern0 = new RegExp("^[a-z0-9-]{1,64}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.campaign === undefined) && (missing0 = "campaign")) || ((data.markets === undefined) && (missing0 = "markets"))){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.campaign !== undefined){
let data0 = data.campaign;
const _errs1 = errors;
if(errors === _errs1){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing1;
if((((data0.id === undefined) && (missing1 = "id")) || ((data0.slug === undefined) && (missing1 = "slug"))) || ((data0.name === undefined) && (missing1 = "name"))){
validate10.errors = [{instancePath:instancePath+"/campaign",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data0.id !== undefined){
let data1 = data0.id;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
validate10.errors = [{instancePath:instancePath+"/campaign/id",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/campaign/id",keyword:"type"}];
return false;
}
}
var valid1 = _errs4 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.slug !== undefined){
let data2 = data0.slug;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
validate10.errors = [{instancePath:instancePath+"/campaign/slug",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/campaign/slug",keyword:"type"}];
return false;
}
}
var valid1 = _errs6 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.name !== undefined){
const _errs8 = errors;
if(typeof data0.name !== "string"){
validate10.errors = [{instancePath:instancePath+"/campaign/name",keyword:"type"}];
return false;
}
var valid1 = _errs8 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/campaign",keyword:"type"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.markets !== undefined){
let data4 = data.markets;
const _errs10 = errors;
if(errors === _errs10){
if(Array.isArray(data4)){
var valid2 = true;
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
const _errs12 = errors;
if(errors === _errs12){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing2;
if((((data5.id === undefined) && (missing2 = "id")) || ((data5.campaignId === undefined) && (missing2 = "campaignId"))) || ((data5.name === undefined) && (missing2 = "name"))){
validate10.errors = [{instancePath:instancePath+"/markets/" + i0,keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
if(data5.id !== undefined){
let data6 = data5.id;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data6 === "string"){
if(!pattern0.test(data6)){
validate10.errors = [{instancePath:instancePath+"/markets/" + i0+"/id",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/markets/" + i0+"/id",keyword:"type"}];
return false;
}
}
var valid3 = _errs15 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data5.campaignId !== undefined){
let data7 = data5.campaignId;
const _errs17 = errors;
if(errors === _errs17){
if(typeof data7 === "string"){
if(!pattern0.test(data7)){
validate10.errors = [{instancePath:instancePath+"/markets/" + i0+"/campaignId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/markets/" + i0+"/campaignId",keyword:"type"}];
return false;
}
}
var valid3 = _errs17 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data5.name !== undefined){
const _errs19 = errors;
if(typeof data5.name !== "string"){
validate10.errors = [{instancePath:instancePath+"/markets/" + i0+"/name",keyword:"type"}];
return false;
}
var valid3 = _errs19 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/markets/" + i0,keyword:"type"}];
return false;
}
}
var valid2 = _errs12 === errors;
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
var valid0 = _errs10 === errors;
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

export const getCampaignBySlug = (() => {
const pattern0 = new RegExp("^[a-z0-9-]{1,64}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.campaign === undefined) && (missing0 = "campaign")) || ((data.markets === undefined) && (missing0 = "markets"))){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.campaign !== undefined){
let data0 = data.campaign;
const _errs1 = errors;
if(errors === _errs1){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing1;
if((((data0.id === undefined) && (missing1 = "id")) || ((data0.slug === undefined) && (missing1 = "slug"))) || ((data0.name === undefined) && (missing1 = "name"))){
validate10.errors = [{instancePath:instancePath+"/campaign",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data0.id !== undefined){
let data1 = data0.id;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
validate10.errors = [{instancePath:instancePath+"/campaign/id",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/campaign/id",keyword:"type"}];
return false;
}
}
var valid1 = _errs4 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.slug !== undefined){
let data2 = data0.slug;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
validate10.errors = [{instancePath:instancePath+"/campaign/slug",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/campaign/slug",keyword:"type"}];
return false;
}
}
var valid1 = _errs6 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.name !== undefined){
const _errs8 = errors;
if(typeof data0.name !== "string"){
validate10.errors = [{instancePath:instancePath+"/campaign/name",keyword:"type"}];
return false;
}
var valid1 = _errs8 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/campaign",keyword:"type"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.markets !== undefined){
let data4 = data.markets;
const _errs10 = errors;
if(errors === _errs10){
if(Array.isArray(data4)){
var valid2 = true;
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
const _errs12 = errors;
if(errors === _errs12){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing2;
if((((data5.id === undefined) && (missing2 = "id")) || ((data5.campaignId === undefined) && (missing2 = "campaignId"))) || ((data5.name === undefined) && (missing2 = "name"))){
validate10.errors = [{instancePath:instancePath+"/markets/" + i0,keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
if(data5.id !== undefined){
let data6 = data5.id;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data6 === "string"){
if(!pattern0.test(data6)){
validate10.errors = [{instancePath:instancePath+"/markets/" + i0+"/id",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/markets/" + i0+"/id",keyword:"type"}];
return false;
}
}
var valid3 = _errs15 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data5.campaignId !== undefined){
let data7 = data5.campaignId;
const _errs17 = errors;
if(errors === _errs17){
if(typeof data7 === "string"){
if(!pattern0.test(data7)){
validate10.errors = [{instancePath:instancePath+"/markets/" + i0+"/campaignId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/markets/" + i0+"/campaignId",keyword:"type"}];
return false;
}
}
var valid3 = _errs17 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data5.name !== undefined){
const _errs19 = errors;
if(typeof data5.name !== "string"){
validate10.errors = [{instancePath:instancePath+"/markets/" + i0+"/name",keyword:"type"}];
return false;
}
var valid3 = _errs19 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/markets/" + i0,keyword:"type"}];
return false;
}
}
var valid2 = _errs12 === errors;
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
var valid0 = _errs10 === errors;
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

export const getMarket = (() => {
const pattern0 = new RegExp("^[a-z0-9-]{1,64}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.id === undefined) && (missing0 = "id")) || ((data.campaignId === undefined) && (missing0 = "campaignId"))) || ((data.name === undefined) && (missing0 = "name"))){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.id !== undefined){
let data0 = data.id;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
validate10.errors = [{instancePath:instancePath+"/id",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/id",keyword:"type"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.campaignId !== undefined){
let data1 = data.campaignId;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
validate10.errors = [{instancePath:instancePath+"/campaignId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/campaignId",keyword:"type"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
const _errs6 = errors;
if(typeof data.name !== "string"){
validate10.errors = [{instancePath:instancePath+"/name",keyword:"type"}];
return false;
}
var valid0 = _errs6 === errors;
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

export const putCampaign = (() => {
const pattern0 = new RegExp("^[a-z0-9-]{1,64}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.campaign === undefined) && (missing0 = "campaign")) || ((data.markets === undefined) && (missing0 = "markets"))){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.campaign !== undefined){
let data0 = data.campaign;
const _errs1 = errors;
if(errors === _errs1){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing1;
if((((data0.id === undefined) && (missing1 = "id")) || ((data0.slug === undefined) && (missing1 = "slug"))) || ((data0.name === undefined) && (missing1 = "name"))){
validate10.errors = [{instancePath:instancePath+"/campaign",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data0.id !== undefined){
let data1 = data0.id;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
validate10.errors = [{instancePath:instancePath+"/campaign/id",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/campaign/id",keyword:"type"}];
return false;
}
}
var valid1 = _errs4 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.slug !== undefined){
let data2 = data0.slug;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
validate10.errors = [{instancePath:instancePath+"/campaign/slug",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/campaign/slug",keyword:"type"}];
return false;
}
}
var valid1 = _errs6 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.name !== undefined){
const _errs8 = errors;
if(typeof data0.name !== "string"){
validate10.errors = [{instancePath:instancePath+"/campaign/name",keyword:"type"}];
return false;
}
var valid1 = _errs8 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/campaign",keyword:"type"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.markets !== undefined){
let data4 = data.markets;
const _errs10 = errors;
if(errors === _errs10){
if(Array.isArray(data4)){
var valid2 = true;
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
const _errs12 = errors;
if(errors === _errs12){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing2;
if((((data5.id === undefined) && (missing2 = "id")) || ((data5.campaignId === undefined) && (missing2 = "campaignId"))) || ((data5.name === undefined) && (missing2 = "name"))){
validate10.errors = [{instancePath:instancePath+"/markets/" + i0,keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
if(data5.id !== undefined){
let data6 = data5.id;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data6 === "string"){
if(!pattern0.test(data6)){
validate10.errors = [{instancePath:instancePath+"/markets/" + i0+"/id",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/markets/" + i0+"/id",keyword:"type"}];
return false;
}
}
var valid3 = _errs15 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data5.campaignId !== undefined){
let data7 = data5.campaignId;
const _errs17 = errors;
if(errors === _errs17){
if(typeof data7 === "string"){
if(!pattern0.test(data7)){
validate10.errors = [{instancePath:instancePath+"/markets/" + i0+"/campaignId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/markets/" + i0+"/campaignId",keyword:"type"}];
return false;
}
}
var valid3 = _errs17 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data5.name !== undefined){
const _errs19 = errors;
if(typeof data5.name !== "string"){
validate10.errors = [{instancePath:instancePath+"/markets/" + i0+"/name",keyword:"type"}];
return false;
}
var valid3 = _errs19 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/markets/" + i0,keyword:"type"}];
return false;
}
}
var valid2 = _errs12 === errors;
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
var valid0 = _errs10 === errors;
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

export const setStatus = (() => {
const pattern0 = new RegExp("^[a-z0-9-]{1,64}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.id === undefined) && (missing0 = "id")) || ((data.slug === undefined) && (missing0 = "slug"))) || ((data.name === undefined) && (missing0 = "name"))){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.id !== undefined){
let data0 = data.id;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
validate10.errors = [{instancePath:instancePath+"/id",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/id",keyword:"type"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.slug !== undefined){
let data1 = data.slug;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
validate10.errors = [{instancePath:instancePath+"/slug",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/slug",keyword:"type"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
const _errs6 = errors;
if(typeof data.name !== "string"){
validate10.errors = [{instancePath:instancePath+"/name",keyword:"type"}];
return false;
}
var valid0 = _errs6 === errors;
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

export const setNotification = (() => {
const pattern0 = new RegExp("^[a-z0-9-]{1,64}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.id === undefined) && (missing0 = "id")) || ((data.campaignId === undefined) && (missing0 = "campaignId"))) || ((data.name === undefined) && (missing0 = "name"))){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.id !== undefined){
let data0 = data.id;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
validate10.errors = [{instancePath:instancePath+"/id",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/id",keyword:"type"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.campaignId !== undefined){
let data1 = data.campaignId;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
validate10.errors = [{instancePath:instancePath+"/campaignId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/campaignId",keyword:"type"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
const _errs6 = errors;
if(typeof data.name !== "string"){
validate10.errors = [{instancePath:instancePath+"/name",keyword:"type"}];
return false;
}
var valid0 = _errs6 === errors;
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

export const reportCampaignStats = (() => {

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

export const addVerdictCounts = (() => {

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.added === undefined) && (missing0 = "added")) || ((data.known === undefined) && (missing0 = "known"))){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.added !== undefined){
let data0 = data.added;
const _errs1 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate10.errors = [{instancePath:instancePath+"/added",keyword:"type"}];
return false;
}
if(errors === _errs1){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
validate10.errors = [{instancePath:instancePath+"/added",keyword:"minimum"}];
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

export const getMarketStats = (() => {
const pattern0 = new RegExp("^[a-z0-9-]{1,64}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data.marketId === undefined) && (missing0 = "marketId")) || ((data.drawId === undefined) && (missing0 = "drawId"))) || ((data.status === undefined) && (missing0 = "status"))) || ((data.stats === undefined) && (missing0 = "stats"))) || ((data.shortfall === undefined) && (missing0 = "shortfall"))) || ((data.verdicts === undefined) && (missing0 = "verdicts"))) || ((data.promoted === undefined) && (missing0 = "promoted"))){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.marketId !== undefined){
let data0 = data.marketId;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
validate10.errors = [{instancePath:instancePath+"/marketId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/marketId",keyword:"type"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.drawId !== undefined){
let data1 = data.drawId;
const _errs3 = errors;
if((typeof data1 !== "string") && (data1 !== null)){
validate10.errors = [{instancePath:instancePath+"/drawId",keyword:"type"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.status !== undefined){
let data2 = data.status;
const _errs5 = errors;
if(typeof data2 !== "string"){
validate10.errors = [{instancePath:instancePath+"/status",keyword:"type"}];
return false;
}
if(!((((data2 === "NONE") || (data2 === "PROCESSING")) || (data2 === "FINISHED")) || (data2 === "FAILED"))){
validate10.errors = [{instancePath:instancePath+"/status",keyword:"enum"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.stats !== undefined){
let data3 = data.stats;
const _errs7 = errors;
if(errors === _errs7){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
let missing1;
if(((((((data3.eligible === undefined) && (missing1 = "eligible")) || ((data3.selected === undefined) && (missing1 = "selected"))) || ((data3.waitlisted === undefined) && (missing1 = "waitlisted"))) || ((data3.reserved === undefined) && (missing1 = "reserved"))) || ((data3.enqueued === undefined) && (missing1 = "enqueued"))) || ((data3.failed === undefined) && (missing1 = "failed"))){
validate10.errors = [{instancePath:instancePath+"/stats",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data3.eligible !== undefined){
let data4 = data3.eligible;
const _errs9 = errors;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
validate10.errors = [{instancePath:instancePath+"/stats/eligible",keyword:"type"}];
return false;
}
if(errors === _errs9){
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 0 || isNaN(data4)){
validate10.errors = [{instancePath:instancePath+"/stats/eligible",keyword:"minimum"}];
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
if(data3.selected !== undefined){
let data5 = data3.selected;
const _errs11 = errors;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
validate10.errors = [{instancePath:instancePath+"/stats/selected",keyword:"type"}];
return false;
}
if(errors === _errs11){
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 0 || isNaN(data5)){
validate10.errors = [{instancePath:instancePath+"/stats/selected",keyword:"minimum"}];
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
if(data3.waitlisted !== undefined){
let data6 = data3.waitlisted;
const _errs13 = errors;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
validate10.errors = [{instancePath:instancePath+"/stats/waitlisted",keyword:"type"}];
return false;
}
if(errors === _errs13){
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 0 || isNaN(data6)){
validate10.errors = [{instancePath:instancePath+"/stats/waitlisted",keyword:"minimum"}];
return false;
}
}
}
var valid1 = _errs13 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data3.reserved !== undefined){
let data7 = data3.reserved;
const _errs15 = errors;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
validate10.errors = [{instancePath:instancePath+"/stats/reserved",keyword:"type"}];
return false;
}
if(errors === _errs15){
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 < 0 || isNaN(data7)){
validate10.errors = [{instancePath:instancePath+"/stats/reserved",keyword:"minimum"}];
return false;
}
}
}
var valid1 = _errs15 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data3.enqueued !== undefined){
let data8 = data3.enqueued;
const _errs17 = errors;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
validate10.errors = [{instancePath:instancePath+"/stats/enqueued",keyword:"type"}];
return false;
}
if(errors === _errs17){
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 < 0 || isNaN(data8)){
validate10.errors = [{instancePath:instancePath+"/stats/enqueued",keyword:"minimum"}];
return false;
}
}
}
var valid1 = _errs17 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data3.failed !== undefined){
let data9 = data3.failed;
const _errs19 = errors;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
validate10.errors = [{instancePath:instancePath+"/stats/failed",keyword:"type"}];
return false;
}
if(errors === _errs19){
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 0 || isNaN(data9)){
validate10.errors = [{instancePath:instancePath+"/stats/failed",keyword:"minimum"}];
return false;
}
}
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
else {
validate10.errors = [{instancePath:instancePath+"/stats",keyword:"type"}];
return false;
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.shortfall !== undefined){
let data10 = data.shortfall;
const _errs21 = errors;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
validate10.errors = [{instancePath:instancePath+"/shortfall",keyword:"type"}];
return false;
}
if(errors === _errs21){
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 < 0 || isNaN(data10)){
validate10.errors = [{instancePath:instancePath+"/shortfall",keyword:"minimum"}];
return false;
}
}
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.verdicts !== undefined){
let data11 = data.verdicts;
const _errs23 = errors;
if(errors === _errs23){
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
let missing2;
if(((((data11.winners === undefined) && (missing2 = "winners")) || ((data11.waitlisted === undefined) && (missing2 = "waitlisted"))) || ((data11.losers === undefined) && (missing2 = "losers"))) || ((data11.withdrawn === undefined) && (missing2 = "withdrawn"))){
validate10.errors = [{instancePath:instancePath+"/verdicts",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
if(data11.winners !== undefined){
let data12 = data11.winners;
const _errs25 = errors;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
validate10.errors = [{instancePath:instancePath+"/verdicts/winners",keyword:"type"}];
return false;
}
if(errors === _errs25){
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 < 0 || isNaN(data12)){
validate10.errors = [{instancePath:instancePath+"/verdicts/winners",keyword:"minimum"}];
return false;
}
}
}
var valid2 = _errs25 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data11.waitlisted !== undefined){
let data13 = data11.waitlisted;
const _errs27 = errors;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
validate10.errors = [{instancePath:instancePath+"/verdicts/waitlisted",keyword:"type"}];
return false;
}
if(errors === _errs27){
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 < 0 || isNaN(data13)){
validate10.errors = [{instancePath:instancePath+"/verdicts/waitlisted",keyword:"minimum"}];
return false;
}
}
}
var valid2 = _errs27 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data11.losers !== undefined){
let data14 = data11.losers;
const _errs29 = errors;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
validate10.errors = [{instancePath:instancePath+"/verdicts/losers",keyword:"type"}];
return false;
}
if(errors === _errs29){
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 < 0 || isNaN(data14)){
validate10.errors = [{instancePath:instancePath+"/verdicts/losers",keyword:"minimum"}];
return false;
}
}
}
var valid2 = _errs29 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data11.withdrawn !== undefined){
let data15 = data11.withdrawn;
const _errs31 = errors;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
validate10.errors = [{instancePath:instancePath+"/verdicts/withdrawn",keyword:"type"}];
return false;
}
if(errors === _errs31){
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 < 0 || isNaN(data15)){
validate10.errors = [{instancePath:instancePath+"/verdicts/withdrawn",keyword:"minimum"}];
return false;
}
}
}
var valid2 = _errs31 === errors;
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
validate10.errors = [{instancePath:instancePath+"/verdicts",keyword:"type"}];
return false;
}
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.promoted !== undefined){
let data16 = data.promoted;
const _errs33 = errors;
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
validate10.errors = [{instancePath:instancePath+"/promoted",keyword:"type"}];
return false;
}
if(errors === _errs33){
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 < 0 || isNaN(data16)){
validate10.errors = [{instancePath:instancePath+"/promoted",keyword:"minimum"}];
return false;
}
}
}
var valid0 = _errs33 === errors;
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

export const freezeDraw = (() => {
const pattern0 = new RegExp("^[a-z0-9-]{1,64}$", "u");
const formats0 = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((((((data.drawId === undefined) && (missing0 = "drawId")) || ((data.campaignId === undefined) && (missing0 = "campaignId"))) || ((data.draw === undefined) && (missing0 = "draw"))) || ((data.state === undefined) && (missing0 = "state"))) || ((data.markets === undefined) && (missing0 = "markets"))) || ((data.rulesHash === undefined) && (missing0 = "rulesHash"))) || ((data.entrantsRoot === undefined) && (missing0 = "entrantsRoot"))) || ((data.entrantsCount === undefined) && (missing0 = "entrantsCount"))) || ((data.commitment === undefined) && (missing0 = "commitment"))) || ((data.frozenAt === undefined) && (missing0 = "frozenAt"))) || ((data.drawnAt === undefined) && (missing0 = "drawnAt"))) || ((data.resultsRoot === undefined) && (missing0 = "resultsRoot"))){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.drawId !== undefined){
const _errs1 = errors;
if(typeof data.drawId !== "string"){
validate10.errors = [{instancePath:instancePath+"/drawId",keyword:"type"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.campaignId !== undefined){
let data1 = data.campaignId;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
validate10.errors = [{instancePath:instancePath+"/campaignId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/campaignId",keyword:"type"}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.draw !== undefined){
let data2 = data.draw;
const _errs5 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate10.errors = [{instancePath:instancePath+"/draw",keyword:"type"}];
return false;
}
if(errors === _errs5){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 1 || isNaN(data2)){
validate10.errors = [{instancePath:instancePath+"/draw",keyword:"minimum"}];
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
if(data.state !== undefined){
let data3 = data.state;
const _errs7 = errors;
if(typeof data3 !== "string"){
validate10.errors = [{instancePath:instancePath+"/state",keyword:"type"}];
return false;
}
if(!((data3 === "FROZEN") || (data3 === "DRAWN"))){
validate10.errors = [{instancePath:instancePath+"/state",keyword:"enum"}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.markets !== undefined){
let data4 = data.markets;
const _errs9 = errors;
if(errors === _errs9){
if(Array.isArray(data4)){
var valid1 = true;
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
const _errs11 = errors;
if(errors === _errs11){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing1;
if((((data5.id === undefined) && (missing1 = "id")) || ((data5.capacity === undefined) && (missing1 = "capacity"))) || ((data5.waitlistCapacity === undefined) && (missing1 = "waitlistCapacity"))){
validate10.errors = [{instancePath:instancePath+"/markets/" + i0,keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data5.id !== undefined){
let data6 = data5.id;
const _errs13 = errors;
if(errors === _errs13){
if(typeof data6 === "string"){
if(!pattern0.test(data6)){
validate10.errors = [{instancePath:instancePath+"/markets/" + i0+"/id",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/markets/" + i0+"/id",keyword:"type"}];
return false;
}
}
var valid2 = _errs13 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data5.capacity !== undefined){
let data7 = data5.capacity;
const _errs15 = errors;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
validate10.errors = [{instancePath:instancePath+"/markets/" + i0+"/capacity",keyword:"type"}];
return false;
}
if(errors === _errs15){
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 < 0 || isNaN(data7)){
validate10.errors = [{instancePath:instancePath+"/markets/" + i0+"/capacity",keyword:"minimum"}];
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
if(data5.waitlistCapacity !== undefined){
let data8 = data5.waitlistCapacity;
const _errs17 = errors;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
validate10.errors = [{instancePath:instancePath+"/markets/" + i0+"/waitlistCapacity",keyword:"type"}];
return false;
}
if(errors === _errs17){
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 < 0 || isNaN(data8)){
validate10.errors = [{instancePath:instancePath+"/markets/" + i0+"/waitlistCapacity",keyword:"minimum"}];
return false;
}
}
}
var valid2 = _errs17 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/markets/" + i0,keyword:"type"}];
return false;
}
}
var valid1 = _errs11 === errors;
if(!valid1){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/markets",keyword:"type"}];
return false;
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rulesHash !== undefined){
const _errs19 = errors;
if(typeof data.rulesHash !== "string"){
validate10.errors = [{instancePath:instancePath+"/rulesHash",keyword:"type"}];
return false;
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.entrantsRoot !== undefined){
const _errs21 = errors;
if(typeof data.entrantsRoot !== "string"){
validate10.errors = [{instancePath:instancePath+"/entrantsRoot",keyword:"type"}];
return false;
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.entrantsCount !== undefined){
let data11 = data.entrantsCount;
const _errs23 = errors;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
validate10.errors = [{instancePath:instancePath+"/entrantsCount",keyword:"type"}];
return false;
}
if(errors === _errs23){
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 0 || isNaN(data11)){
validate10.errors = [{instancePath:instancePath+"/entrantsCount",keyword:"minimum"}];
return false;
}
}
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.commitment !== undefined){
const _errs25 = errors;
if(typeof data.commitment !== "string"){
validate10.errors = [{instancePath:instancePath+"/commitment",keyword:"type"}];
return false;
}
var valid0 = _errs25 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.frozenAt !== undefined){
let data13 = data.frozenAt;
const _errs27 = errors;
if(errors === _errs27){
if(errors === _errs27){
if(typeof data13 === "string"){
if(!(formats0.test(data13))){
validate10.errors = [{instancePath:instancePath+"/frozenAt",keyword:"format"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/frozenAt",keyword:"type"}];
return false;
}
}
}
var valid0 = _errs27 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.drawnAt !== undefined){
let data14 = data.drawnAt;
const _errs29 = errors;
if((typeof data14 !== "string") && (data14 !== null)){
validate10.errors = [{instancePath:instancePath+"/drawnAt",keyword:"type"}];
return false;
}
if(errors === _errs29){
if(errors === _errs29){
if(typeof data14 === "string"){
if(!(formats0.test(data14))){
validate10.errors = [{instancePath:instancePath+"/drawnAt",keyword:"format"}];
return false;
}
}
}
}
var valid0 = _errs29 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.resultsRoot !== undefined){
let data15 = data.resultsRoot;
const _errs31 = errors;
if((typeof data15 !== "string") && (data15 !== null)){
validate10.errors = [{instancePath:instancePath+"/resultsRoot",keyword:"type"}];
return false;
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

export const requestDraw = (() => {
const pattern0 = new RegExp("^[a-z0-9-]{1,64}$", "u");
const formats0 = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((((data.campaignId === undefined) && (missing0 = "campaignId")) || ((data.draw === undefined) && (missing0 = "draw"))) || ((data.reason === undefined) && (missing0 = "reason"))) || ((data.marketIds === undefined) && (missing0 = "marketIds"))) || ((data.commitment === undefined) && (missing0 = "commitment"))) || ((data.requestedBy === undefined) && (missing0 = "requestedBy"))) || ((data.requestedAt === undefined) && (missing0 = "requestedAt"))) || ((data.approvedBy === undefined) && (missing0 = "approvedBy"))) || ((data.approvedAt === undefined) && (missing0 = "approvedAt"))) || ((data.requestId === undefined) && (missing0 = "requestId"))){
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
if(data.draw !== undefined){
let data1 = data.draw;
const _errs3 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate10.errors = [{instancePath:instancePath+"/draw",keyword:"type"}];
return false;
}
if(errors === _errs3){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 2 || isNaN(data1)){
validate10.errors = [{instancePath:instancePath+"/draw",keyword:"minimum"}];
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
if(data.reason !== undefined){
const _errs5 = errors;
if(typeof data.reason !== "string"){
validate10.errors = [{instancePath:instancePath+"/reason",keyword:"type"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.marketIds !== undefined){
let data3 = data.marketIds;
const _errs7 = errors;
if((!(Array.isArray(data3))) && (data3 !== null)){
validate10.errors = [{instancePath:instancePath+"/marketIds",keyword:"type"}];
return false;
}
if(errors === _errs7){
if(Array.isArray(data3)){
var valid1 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
const _errs9 = errors;
if(errors === _errs9){
if(typeof data4 === "string"){
if(!pattern0.test(data4)){
validate10.errors = [{instancePath:instancePath+"/marketIds/" + i0,keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/marketIds/" + i0,keyword:"type"}];
return false;
}
}
var valid1 = _errs9 === errors;
if(!valid1){
break;
}
}
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.commitment !== undefined){
const _errs11 = errors;
if(typeof data.commitment !== "string"){
validate10.errors = [{instancePath:instancePath+"/commitment",keyword:"type"}];
return false;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.requestedBy !== undefined){
const _errs13 = errors;
if(typeof data.requestedBy !== "string"){
validate10.errors = [{instancePath:instancePath+"/requestedBy",keyword:"type"}];
return false;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.requestedAt !== undefined){
let data7 = data.requestedAt;
const _errs15 = errors;
if(errors === _errs15){
if(errors === _errs15){
if(typeof data7 === "string"){
if(!(formats0.test(data7))){
validate10.errors = [{instancePath:instancePath+"/requestedAt",keyword:"format"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/requestedAt",keyword:"type"}];
return false;
}
}
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.approvedBy !== undefined){
let data8 = data.approvedBy;
const _errs17 = errors;
if((typeof data8 !== "string") && (data8 !== null)){
validate10.errors = [{instancePath:instancePath+"/approvedBy",keyword:"type"}];
return false;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.approvedAt !== undefined){
let data9 = data.approvedAt;
const _errs19 = errors;
if((typeof data9 !== "string") && (data9 !== null)){
validate10.errors = [{instancePath:instancePath+"/approvedAt",keyword:"type"}];
return false;
}
if(errors === _errs19){
if(errors === _errs19){
if(typeof data9 === "string"){
if(!(formats0.test(data9))){
validate10.errors = [{instancePath:instancePath+"/approvedAt",keyword:"format"}];
return false;
}
}
}
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.requestId !== undefined){
const _errs21 = errors;
if(typeof data.requestId !== "string"){
validate10.errors = [{instancePath:instancePath+"/requestId",keyword:"type"}];
return false;
}
var valid0 = _errs21 === errors;
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

export const getDrawRequest = (() => {
const pattern0 = new RegExp("^[a-z0-9-]{1,64}$", "u");
const formats0 = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((((data.campaignId === undefined) && (missing0 = "campaignId")) || ((data.draw === undefined) && (missing0 = "draw"))) || ((data.reason === undefined) && (missing0 = "reason"))) || ((data.marketIds === undefined) && (missing0 = "marketIds"))) || ((data.commitment === undefined) && (missing0 = "commitment"))) || ((data.requestedBy === undefined) && (missing0 = "requestedBy"))) || ((data.requestedAt === undefined) && (missing0 = "requestedAt"))) || ((data.approvedBy === undefined) && (missing0 = "approvedBy"))) || ((data.approvedAt === undefined) && (missing0 = "approvedAt"))) || ((data.requestId === undefined) && (missing0 = "requestId"))){
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
if(data.draw !== undefined){
let data1 = data.draw;
const _errs3 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate10.errors = [{instancePath:instancePath+"/draw",keyword:"type"}];
return false;
}
if(errors === _errs3){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 2 || isNaN(data1)){
validate10.errors = [{instancePath:instancePath+"/draw",keyword:"minimum"}];
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
if(data.reason !== undefined){
const _errs5 = errors;
if(typeof data.reason !== "string"){
validate10.errors = [{instancePath:instancePath+"/reason",keyword:"type"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.marketIds !== undefined){
let data3 = data.marketIds;
const _errs7 = errors;
if((!(Array.isArray(data3))) && (data3 !== null)){
validate10.errors = [{instancePath:instancePath+"/marketIds",keyword:"type"}];
return false;
}
if(errors === _errs7){
if(Array.isArray(data3)){
var valid1 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
const _errs9 = errors;
if(errors === _errs9){
if(typeof data4 === "string"){
if(!pattern0.test(data4)){
validate10.errors = [{instancePath:instancePath+"/marketIds/" + i0,keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/marketIds/" + i0,keyword:"type"}];
return false;
}
}
var valid1 = _errs9 === errors;
if(!valid1){
break;
}
}
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.commitment !== undefined){
const _errs11 = errors;
if(typeof data.commitment !== "string"){
validate10.errors = [{instancePath:instancePath+"/commitment",keyword:"type"}];
return false;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.requestedBy !== undefined){
const _errs13 = errors;
if(typeof data.requestedBy !== "string"){
validate10.errors = [{instancePath:instancePath+"/requestedBy",keyword:"type"}];
return false;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.requestedAt !== undefined){
let data7 = data.requestedAt;
const _errs15 = errors;
if(errors === _errs15){
if(errors === _errs15){
if(typeof data7 === "string"){
if(!(formats0.test(data7))){
validate10.errors = [{instancePath:instancePath+"/requestedAt",keyword:"format"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/requestedAt",keyword:"type"}];
return false;
}
}
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.approvedBy !== undefined){
let data8 = data.approvedBy;
const _errs17 = errors;
if((typeof data8 !== "string") && (data8 !== null)){
validate10.errors = [{instancePath:instancePath+"/approvedBy",keyword:"type"}];
return false;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.approvedAt !== undefined){
let data9 = data.approvedAt;
const _errs19 = errors;
if((typeof data9 !== "string") && (data9 !== null)){
validate10.errors = [{instancePath:instancePath+"/approvedAt",keyword:"type"}];
return false;
}
if(errors === _errs19){
if(errors === _errs19){
if(typeof data9 === "string"){
if(!(formats0.test(data9))){
validate10.errors = [{instancePath:instancePath+"/approvedAt",keyword:"format"}];
return false;
}
}
}
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.requestId !== undefined){
const _errs21 = errors;
if(typeof data.requestId !== "string"){
validate10.errors = [{instancePath:instancePath+"/requestId",keyword:"type"}];
return false;
}
var valid0 = _errs21 === errors;
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

export const approveDraw = (() => {
const pattern0 = new RegExp("^[a-z0-9-]{1,64}$", "u");
const formats0 = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((((data.campaignId === undefined) && (missing0 = "campaignId")) || ((data.draw === undefined) && (missing0 = "draw"))) || ((data.reason === undefined) && (missing0 = "reason"))) || ((data.marketIds === undefined) && (missing0 = "marketIds"))) || ((data.commitment === undefined) && (missing0 = "commitment"))) || ((data.requestedBy === undefined) && (missing0 = "requestedBy"))) || ((data.requestedAt === undefined) && (missing0 = "requestedAt"))) || ((data.approvedBy === undefined) && (missing0 = "approvedBy"))) || ((data.approvedAt === undefined) && (missing0 = "approvedAt"))) || ((data.requestId === undefined) && (missing0 = "requestId"))){
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
if(data.draw !== undefined){
let data1 = data.draw;
const _errs3 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate10.errors = [{instancePath:instancePath+"/draw",keyword:"type"}];
return false;
}
if(errors === _errs3){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 2 || isNaN(data1)){
validate10.errors = [{instancePath:instancePath+"/draw",keyword:"minimum"}];
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
if(data.reason !== undefined){
const _errs5 = errors;
if(typeof data.reason !== "string"){
validate10.errors = [{instancePath:instancePath+"/reason",keyword:"type"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.marketIds !== undefined){
let data3 = data.marketIds;
const _errs7 = errors;
if((!(Array.isArray(data3))) && (data3 !== null)){
validate10.errors = [{instancePath:instancePath+"/marketIds",keyword:"type"}];
return false;
}
if(errors === _errs7){
if(Array.isArray(data3)){
var valid1 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
const _errs9 = errors;
if(errors === _errs9){
if(typeof data4 === "string"){
if(!pattern0.test(data4)){
validate10.errors = [{instancePath:instancePath+"/marketIds/" + i0,keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/marketIds/" + i0,keyword:"type"}];
return false;
}
}
var valid1 = _errs9 === errors;
if(!valid1){
break;
}
}
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.commitment !== undefined){
const _errs11 = errors;
if(typeof data.commitment !== "string"){
validate10.errors = [{instancePath:instancePath+"/commitment",keyword:"type"}];
return false;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.requestedBy !== undefined){
const _errs13 = errors;
if(typeof data.requestedBy !== "string"){
validate10.errors = [{instancePath:instancePath+"/requestedBy",keyword:"type"}];
return false;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.requestedAt !== undefined){
let data7 = data.requestedAt;
const _errs15 = errors;
if(errors === _errs15){
if(errors === _errs15){
if(typeof data7 === "string"){
if(!(formats0.test(data7))){
validate10.errors = [{instancePath:instancePath+"/requestedAt",keyword:"format"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/requestedAt",keyword:"type"}];
return false;
}
}
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.approvedBy !== undefined){
let data8 = data.approvedBy;
const _errs17 = errors;
if((typeof data8 !== "string") && (data8 !== null)){
validate10.errors = [{instancePath:instancePath+"/approvedBy",keyword:"type"}];
return false;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.approvedAt !== undefined){
let data9 = data.approvedAt;
const _errs19 = errors;
if((typeof data9 !== "string") && (data9 !== null)){
validate10.errors = [{instancePath:instancePath+"/approvedAt",keyword:"type"}];
return false;
}
if(errors === _errs19){
if(errors === _errs19){
if(typeof data9 === "string"){
if(!(formats0.test(data9))){
validate10.errors = [{instancePath:instancePath+"/approvedAt",keyword:"format"}];
return false;
}
}
}
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.requestId !== undefined){
const _errs21 = errors;
if(typeof data.requestId !== "string"){
validate10.errors = [{instancePath:instancePath+"/requestId",keyword:"type"}];
return false;
}
var valid0 = _errs21 === errors;
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

export const revealDraw = (() => {
const pattern0 = new RegExp("^[a-z0-9-]{1,64}$", "u");
const formats0 = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((((((data.drawId === undefined) && (missing0 = "drawId")) || ((data.campaignId === undefined) && (missing0 = "campaignId"))) || ((data.draw === undefined) && (missing0 = "draw"))) || ((data.state === undefined) && (missing0 = "state"))) || ((data.markets === undefined) && (missing0 = "markets"))) || ((data.rulesHash === undefined) && (missing0 = "rulesHash"))) || ((data.entrantsRoot === undefined) && (missing0 = "entrantsRoot"))) || ((data.entrantsCount === undefined) && (missing0 = "entrantsCount"))) || ((data.commitment === undefined) && (missing0 = "commitment"))) || ((data.frozenAt === undefined) && (missing0 = "frozenAt"))) || ((data.drawnAt === undefined) && (missing0 = "drawnAt"))) || ((data.resultsRoot === undefined) && (missing0 = "resultsRoot"))){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.drawId !== undefined){
const _errs1 = errors;
if(typeof data.drawId !== "string"){
validate10.errors = [{instancePath:instancePath+"/drawId",keyword:"type"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.campaignId !== undefined){
let data1 = data.campaignId;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
validate10.errors = [{instancePath:instancePath+"/campaignId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/campaignId",keyword:"type"}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.draw !== undefined){
let data2 = data.draw;
const _errs5 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate10.errors = [{instancePath:instancePath+"/draw",keyword:"type"}];
return false;
}
if(errors === _errs5){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 1 || isNaN(data2)){
validate10.errors = [{instancePath:instancePath+"/draw",keyword:"minimum"}];
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
if(data.state !== undefined){
let data3 = data.state;
const _errs7 = errors;
if(typeof data3 !== "string"){
validate10.errors = [{instancePath:instancePath+"/state",keyword:"type"}];
return false;
}
if(!((data3 === "FROZEN") || (data3 === "DRAWN"))){
validate10.errors = [{instancePath:instancePath+"/state",keyword:"enum"}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.markets !== undefined){
let data4 = data.markets;
const _errs9 = errors;
if(errors === _errs9){
if(Array.isArray(data4)){
var valid1 = true;
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
const _errs11 = errors;
if(errors === _errs11){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing1;
if((((data5.id === undefined) && (missing1 = "id")) || ((data5.capacity === undefined) && (missing1 = "capacity"))) || ((data5.waitlistCapacity === undefined) && (missing1 = "waitlistCapacity"))){
validate10.errors = [{instancePath:instancePath+"/markets/" + i0,keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data5.id !== undefined){
let data6 = data5.id;
const _errs13 = errors;
if(errors === _errs13){
if(typeof data6 === "string"){
if(!pattern0.test(data6)){
validate10.errors = [{instancePath:instancePath+"/markets/" + i0+"/id",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/markets/" + i0+"/id",keyword:"type"}];
return false;
}
}
var valid2 = _errs13 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data5.capacity !== undefined){
let data7 = data5.capacity;
const _errs15 = errors;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
validate10.errors = [{instancePath:instancePath+"/markets/" + i0+"/capacity",keyword:"type"}];
return false;
}
if(errors === _errs15){
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 < 0 || isNaN(data7)){
validate10.errors = [{instancePath:instancePath+"/markets/" + i0+"/capacity",keyword:"minimum"}];
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
if(data5.waitlistCapacity !== undefined){
let data8 = data5.waitlistCapacity;
const _errs17 = errors;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
validate10.errors = [{instancePath:instancePath+"/markets/" + i0+"/waitlistCapacity",keyword:"type"}];
return false;
}
if(errors === _errs17){
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 < 0 || isNaN(data8)){
validate10.errors = [{instancePath:instancePath+"/markets/" + i0+"/waitlistCapacity",keyword:"minimum"}];
return false;
}
}
}
var valid2 = _errs17 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/markets/" + i0,keyword:"type"}];
return false;
}
}
var valid1 = _errs11 === errors;
if(!valid1){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/markets",keyword:"type"}];
return false;
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rulesHash !== undefined){
const _errs19 = errors;
if(typeof data.rulesHash !== "string"){
validate10.errors = [{instancePath:instancePath+"/rulesHash",keyword:"type"}];
return false;
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.entrantsRoot !== undefined){
const _errs21 = errors;
if(typeof data.entrantsRoot !== "string"){
validate10.errors = [{instancePath:instancePath+"/entrantsRoot",keyword:"type"}];
return false;
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.entrantsCount !== undefined){
let data11 = data.entrantsCount;
const _errs23 = errors;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
validate10.errors = [{instancePath:instancePath+"/entrantsCount",keyword:"type"}];
return false;
}
if(errors === _errs23){
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 0 || isNaN(data11)){
validate10.errors = [{instancePath:instancePath+"/entrantsCount",keyword:"minimum"}];
return false;
}
}
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.commitment !== undefined){
const _errs25 = errors;
if(typeof data.commitment !== "string"){
validate10.errors = [{instancePath:instancePath+"/commitment",keyword:"type"}];
return false;
}
var valid0 = _errs25 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.frozenAt !== undefined){
let data13 = data.frozenAt;
const _errs27 = errors;
if(errors === _errs27){
if(errors === _errs27){
if(typeof data13 === "string"){
if(!(formats0.test(data13))){
validate10.errors = [{instancePath:instancePath+"/frozenAt",keyword:"format"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/frozenAt",keyword:"type"}];
return false;
}
}
}
var valid0 = _errs27 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.drawnAt !== undefined){
let data14 = data.drawnAt;
const _errs29 = errors;
if((typeof data14 !== "string") && (data14 !== null)){
validate10.errors = [{instancePath:instancePath+"/drawnAt",keyword:"type"}];
return false;
}
if(errors === _errs29){
if(errors === _errs29){
if(typeof data14 === "string"){
if(!(formats0.test(data14))){
validate10.errors = [{instancePath:instancePath+"/drawnAt",keyword:"format"}];
return false;
}
}
}
}
var valid0 = _errs29 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.resultsRoot !== undefined){
let data15 = data.resultsRoot;
const _errs31 = errors;
if((typeof data15 !== "string") && (data15 !== null)){
validate10.errors = [{instancePath:instancePath+"/resultsRoot",keyword:"type"}];
return false;
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

export const listDraws = (() => {
const pattern0 = new RegExp("^[a-z0-9-]{1,64}$", "u");
const formats0 = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.commitment === undefined) && (missing0 = "commitment")) || ((data.draws === undefined) && (missing0 = "draws"))) || ((data.next === undefined) && (missing0 = "next"))){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.commitment !== undefined){
let data0 = data.commitment;
const _errs1 = errors;
if((typeof data0 !== "string") && (data0 !== null)){
validate10.errors = [{instancePath:instancePath+"/commitment",keyword:"type"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.draws !== undefined){
let data1 = data.draws;
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
if(((((((((((((data2.drawId === undefined) && (missing1 = "drawId")) || ((data2.campaignId === undefined) && (missing1 = "campaignId"))) || ((data2.draw === undefined) && (missing1 = "draw"))) || ((data2.state === undefined) && (missing1 = "state"))) || ((data2.markets === undefined) && (missing1 = "markets"))) || ((data2.rulesHash === undefined) && (missing1 = "rulesHash"))) || ((data2.entrantsRoot === undefined) && (missing1 = "entrantsRoot"))) || ((data2.entrantsCount === undefined) && (missing1 = "entrantsCount"))) || ((data2.commitment === undefined) && (missing1 = "commitment"))) || ((data2.frozenAt === undefined) && (missing1 = "frozenAt"))) || ((data2.drawnAt === undefined) && (missing1 = "drawnAt"))) || ((data2.resultsRoot === undefined) && (missing1 = "resultsRoot"))){
validate10.errors = [{instancePath:instancePath+"/draws/" + i0,keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data2.drawId !== undefined){
const _errs7 = errors;
if(typeof data2.drawId !== "string"){
validate10.errors = [{instancePath:instancePath+"/draws/" + i0+"/drawId",keyword:"type"}];
return false;
}
var valid2 = _errs7 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data2.campaignId !== undefined){
let data4 = data2.campaignId;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data4 === "string"){
if(!pattern0.test(data4)){
validate10.errors = [{instancePath:instancePath+"/draws/" + i0+"/campaignId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/draws/" + i0+"/campaignId",keyword:"type"}];
return false;
}
}
var valid2 = _errs9 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data2.draw !== undefined){
let data5 = data2.draw;
const _errs11 = errors;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
validate10.errors = [{instancePath:instancePath+"/draws/" + i0+"/draw",keyword:"type"}];
return false;
}
if(errors === _errs11){
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 1 || isNaN(data5)){
validate10.errors = [{instancePath:instancePath+"/draws/" + i0+"/draw",keyword:"minimum"}];
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
if(data2.state !== undefined){
let data6 = data2.state;
const _errs13 = errors;
if(typeof data6 !== "string"){
validate10.errors = [{instancePath:instancePath+"/draws/" + i0+"/state",keyword:"type"}];
return false;
}
if(!((data6 === "FROZEN") || (data6 === "DRAWN"))){
validate10.errors = [{instancePath:instancePath+"/draws/" + i0+"/state",keyword:"enum"}];
return false;
}
var valid2 = _errs13 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data2.markets !== undefined){
let data7 = data2.markets;
const _errs15 = errors;
if(errors === _errs15){
if(Array.isArray(data7)){
var valid3 = true;
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
let data8 = data7[i1];
const _errs17 = errors;
if(errors === _errs17){
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
let missing2;
if((((data8.id === undefined) && (missing2 = "id")) || ((data8.capacity === undefined) && (missing2 = "capacity"))) || ((data8.waitlistCapacity === undefined) && (missing2 = "waitlistCapacity"))){
validate10.errors = [{instancePath:instancePath+"/draws/" + i0+"/markets/" + i1,keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
if(data8.id !== undefined){
let data9 = data8.id;
const _errs19 = errors;
if(errors === _errs19){
if(typeof data9 === "string"){
if(!pattern0.test(data9)){
validate10.errors = [{instancePath:instancePath+"/draws/" + i0+"/markets/" + i1+"/id",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/draws/" + i0+"/markets/" + i1+"/id",keyword:"type"}];
return false;
}
}
var valid4 = _errs19 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data8.capacity !== undefined){
let data10 = data8.capacity;
const _errs21 = errors;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
validate10.errors = [{instancePath:instancePath+"/draws/" + i0+"/markets/" + i1+"/capacity",keyword:"type"}];
return false;
}
if(errors === _errs21){
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 < 0 || isNaN(data10)){
validate10.errors = [{instancePath:instancePath+"/draws/" + i0+"/markets/" + i1+"/capacity",keyword:"minimum"}];
return false;
}
}
}
var valid4 = _errs21 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data8.waitlistCapacity !== undefined){
let data11 = data8.waitlistCapacity;
const _errs23 = errors;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
validate10.errors = [{instancePath:instancePath+"/draws/" + i0+"/markets/" + i1+"/waitlistCapacity",keyword:"type"}];
return false;
}
if(errors === _errs23){
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 0 || isNaN(data11)){
validate10.errors = [{instancePath:instancePath+"/draws/" + i0+"/markets/" + i1+"/waitlistCapacity",keyword:"minimum"}];
return false;
}
}
}
var valid4 = _errs23 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/draws/" + i0+"/markets/" + i1,keyword:"type"}];
return false;
}
}
var valid3 = _errs17 === errors;
if(!valid3){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/draws/" + i0+"/markets",keyword:"type"}];
return false;
}
}
var valid2 = _errs15 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data2.rulesHash !== undefined){
const _errs25 = errors;
if(typeof data2.rulesHash !== "string"){
validate10.errors = [{instancePath:instancePath+"/draws/" + i0+"/rulesHash",keyword:"type"}];
return false;
}
var valid2 = _errs25 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data2.entrantsRoot !== undefined){
const _errs27 = errors;
if(typeof data2.entrantsRoot !== "string"){
validate10.errors = [{instancePath:instancePath+"/draws/" + i0+"/entrantsRoot",keyword:"type"}];
return false;
}
var valid2 = _errs27 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data2.entrantsCount !== undefined){
let data14 = data2.entrantsCount;
const _errs29 = errors;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
validate10.errors = [{instancePath:instancePath+"/draws/" + i0+"/entrantsCount",keyword:"type"}];
return false;
}
if(errors === _errs29){
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 < 0 || isNaN(data14)){
validate10.errors = [{instancePath:instancePath+"/draws/" + i0+"/entrantsCount",keyword:"minimum"}];
return false;
}
}
}
var valid2 = _errs29 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data2.commitment !== undefined){
const _errs31 = errors;
if(typeof data2.commitment !== "string"){
validate10.errors = [{instancePath:instancePath+"/draws/" + i0+"/commitment",keyword:"type"}];
return false;
}
var valid2 = _errs31 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data2.frozenAt !== undefined){
let data16 = data2.frozenAt;
const _errs33 = errors;
if(errors === _errs33){
if(errors === _errs33){
if(typeof data16 === "string"){
if(!(formats0.test(data16))){
validate10.errors = [{instancePath:instancePath+"/draws/" + i0+"/frozenAt",keyword:"format"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/draws/" + i0+"/frozenAt",keyword:"type"}];
return false;
}
}
}
var valid2 = _errs33 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data2.drawnAt !== undefined){
let data17 = data2.drawnAt;
const _errs35 = errors;
if((typeof data17 !== "string") && (data17 !== null)){
validate10.errors = [{instancePath:instancePath+"/draws/" + i0+"/drawnAt",keyword:"type"}];
return false;
}
if(errors === _errs35){
if(errors === _errs35){
if(typeof data17 === "string"){
if(!(formats0.test(data17))){
validate10.errors = [{instancePath:instancePath+"/draws/" + i0+"/drawnAt",keyword:"format"}];
return false;
}
}
}
}
var valid2 = _errs35 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data2.resultsRoot !== undefined){
let data18 = data2.resultsRoot;
const _errs37 = errors;
if((typeof data18 !== "string") && (data18 !== null)){
validate10.errors = [{instancePath:instancePath+"/draws/" + i0+"/resultsRoot",keyword:"type"}];
return false;
}
var valid2 = _errs37 === errors;
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
validate10.errors = [{instancePath:instancePath+"/draws/" + i0,keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/draws",keyword:"type"}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.next !== undefined){
let data19 = data.next;
const _errs39 = errors;
if((!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))) && (data19 !== null)){
validate10.errors = [{instancePath:instancePath+"/next",keyword:"type"}];
return false;
}
var valid0 = _errs39 === errors;
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

export const eraseFan = (() => {

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.places === undefined) && (missing0 = "places")) || ((data.busy === undefined) && (missing0 = "busy"))){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.places !== undefined){
let data0 = data.places;
const _errs1 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate10.errors = [{instancePath:instancePath+"/places",keyword:"type"}];
return false;
}
if(errors === _errs1){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
validate10.errors = [{instancePath:instancePath+"/places",keyword:"minimum"}];
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
if(data.busy !== undefined){
let data1 = data.busy;
const _errs3 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate10.errors = [{instancePath:instancePath+"/busy",keyword:"type"}];
return false;
}
if(errors === _errs3){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 0 || isNaN(data1)){
validate10.errors = [{instancePath:instancePath+"/busy",keyword:"minimum"}];
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

export const getDrawResults = (() => {
const pattern0 = new RegExp("^[^#\\s\\u0000-\\u001f]{1,128}$", "u");
const pattern1 = new RegExp("^[a-z0-9-]{1,64}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.results === undefined) && (missing0 = "results")) || ((data.next === undefined) && (missing0 = "next"))){
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
if((((((data1.position === undefined) && (missing1 = "position")) || ((data1.globalUserId === undefined) && (missing1 = "globalUserId"))) || ((data1.verdict === undefined) && (missing1 = "verdict"))) || ((data1.marketId === undefined) && (missing1 = "marketId"))) || ((data1.waitlist === undefined) && (missing1 = "waitlist"))){
validate10.errors = [{instancePath:instancePath+"/results/" + i0,keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data1.position !== undefined){
let data2 = data1.position;
const _errs5 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate10.errors = [{instancePath:instancePath+"/results/" + i0+"/position",keyword:"type"}];
return false;
}
if(errors === _errs5){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 1 || isNaN(data2)){
validate10.errors = [{instancePath:instancePath+"/results/" + i0+"/position",keyword:"minimum"}];
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
if(data1.globalUserId !== undefined){
let data3 = data1.globalUserId;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
validate10.errors = [{instancePath:instancePath+"/results/" + i0+"/globalUserId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/results/" + i0+"/globalUserId",keyword:"type"}];
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
const _errs9 = errors;
if(typeof data4 !== "string"){
validate10.errors = [{instancePath:instancePath+"/results/" + i0+"/verdict",keyword:"type"}];
return false;
}
if(!(((data4 === "WINNER") || (data4 === "LOSER")) || (data4 === "WAITLIST"))){
validate10.errors = [{instancePath:instancePath+"/results/" + i0+"/verdict",keyword:"enum"}];
return false;
}
var valid2 = _errs9 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.marketId !== undefined){
let data5 = data1.marketId;
const _errs11 = errors;
if((typeof data5 !== "string") && (data5 !== null)){
validate10.errors = [{instancePath:instancePath+"/results/" + i0+"/marketId",keyword:"type"}];
return false;
}
if(errors === _errs11){
if(typeof data5 === "string"){
if(!pattern1.test(data5)){
validate10.errors = [{instancePath:instancePath+"/results/" + i0+"/marketId",keyword:"pattern"}];
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
if(data1.waitlist !== undefined){
let data6 = data1.waitlist;
const _errs13 = errors;
if(errors === _errs13){
if(Array.isArray(data6)){
var valid3 = true;
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
let data7 = data6[i1];
const _errs15 = errors;
if(errors === _errs15){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
let missing2;
if(((data7.marketId === undefined) && (missing2 = "marketId")) || ((data7.place === undefined) && (missing2 = "place"))){
validate10.errors = [{instancePath:instancePath+"/results/" + i0+"/waitlist/" + i1,keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
if(data7.marketId !== undefined){
let data8 = data7.marketId;
const _errs17 = errors;
if(errors === _errs17){
if(typeof data8 === "string"){
if(!pattern1.test(data8)){
validate10.errors = [{instancePath:instancePath+"/results/" + i0+"/waitlist/" + i1+"/marketId",keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/results/" + i0+"/waitlist/" + i1+"/marketId",keyword:"type"}];
return false;
}
}
var valid4 = _errs17 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data7.place !== undefined){
let data9 = data7.place;
const _errs19 = errors;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
validate10.errors = [{instancePath:instancePath+"/results/" + i0+"/waitlist/" + i1+"/place",keyword:"type"}];
return false;
}
if(errors === _errs19){
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 1 || isNaN(data9)){
validate10.errors = [{instancePath:instancePath+"/results/" + i0+"/waitlist/" + i1+"/place",keyword:"minimum"}];
return false;
}
}
}
var valid4 = _errs19 === errors;
}
else {
var valid4 = true;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/results/" + i0+"/waitlist/" + i1,keyword:"type"}];
return false;
}
}
var valid3 = _errs15 === errors;
if(!valid3){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/results/" + i0+"/waitlist",keyword:"type"}];
return false;
}
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
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.next !== undefined){
let data10 = data.next;
const _errs21 = errors;
if((!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))) && (data10 !== null)){
validate10.errors = [{instancePath:instancePath+"/next",keyword:"type"}];
return false;
}
var valid0 = _errs21 === errors;
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

export const countDrawResults = (() => {

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.markets === undefined) && (missing0 = "markets")) || ((data.losers === undefined) && (missing0 = "losers"))){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.markets !== undefined){
let data0 = data.markets;
const _errs1 = errors;
if(errors === _errs1){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key0 in data0){
let data1 = data0[key0];
const _errs4 = errors;
if(errors === _errs4){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if((((data1.eligible === undefined) && (missing1 = "eligible")) || ((data1.winners === undefined) && (missing1 = "winners"))) || ((data1.waitlisted === undefined) && (missing1 = "waitlisted"))){
validate10.errors = [{instancePath:instancePath+"/markets/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data1.eligible !== undefined){
let data2 = data1.eligible;
const _errs6 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate10.errors = [{instancePath:instancePath+"/markets/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/eligible",keyword:"type"}];
return false;
}
if(errors === _errs6){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
validate10.errors = [{instancePath:instancePath+"/markets/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/eligible",keyword:"minimum"}];
return false;
}
}
}
var valid2 = _errs6 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.winners !== undefined){
let data3 = data1.winners;
const _errs8 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
validate10.errors = [{instancePath:instancePath+"/markets/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/winners",keyword:"type"}];
return false;
}
if(errors === _errs8){
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 0 || isNaN(data3)){
validate10.errors = [{instancePath:instancePath+"/markets/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/winners",keyword:"minimum"}];
return false;
}
}
}
var valid2 = _errs8 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.waitlisted !== undefined){
let data4 = data1.waitlisted;
const _errs10 = errors;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
validate10.errors = [{instancePath:instancePath+"/markets/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/waitlisted",keyword:"type"}];
return false;
}
if(errors === _errs10){
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 0 || isNaN(data4)){
validate10.errors = [{instancePath:instancePath+"/markets/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/waitlisted",keyword:"minimum"}];
return false;
}
}
}
var valid2 = _errs10 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/markets/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),keyword:"type"}];
return false;
}
}
var valid1 = _errs4 === errors;
if(!valid1){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/markets",keyword:"type"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.losers !== undefined){
let data5 = data.losers;
const _errs12 = errors;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
validate10.errors = [{instancePath:instancePath+"/losers",keyword:"type"}];
return false;
}
if(errors === _errs12){
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 0 || isNaN(data5)){
validate10.errors = [{instancePath:instancePath+"/losers",keyword:"minimum"}];
return false;
}
}
}
var valid0 = _errs12 === errors;
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

export const findEntrants = (() => {

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.tookPart === undefined) && (missing0 = "tookPart")){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.tookPart !== undefined){
let data0 = data.tookPart;
const _errs1 = errors;
if(errors === _errs1){
if(Array.isArray(data0)){
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
const _errs3 = errors;
if(typeof data0[i0] !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/tookPart/" + i0,keyword:"type"}];
return false;
}
var valid1 = _errs3 === errors;
if(!valid1){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tookPart",keyword:"type"}];
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

export const recordPromotions = (() => {

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.recorded === undefined) && (missing0 = "recorded")){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.recorded !== undefined){
if(typeof data.recorded !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/recorded",keyword:"type"}];
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

export const listPromotions = (() => {
const pattern0 = new RegExp("^[^#\\s\\u0000-\\u001f]{1,128}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.globalUserIds === undefined) && (missing0 = "globalUserIds")) || ((data.next === undefined) && (missing0 = "next"))){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.globalUserIds !== undefined){
let data0 = data.globalUserIds;
const _errs1 = errors;
if(errors === _errs1){
if(Array.isArray(data0)){
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
validate10.errors = [{instancePath:instancePath+"/globalUserIds/" + i0,keyword:"pattern"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/globalUserIds/" + i0,keyword:"type"}];
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
validate10.errors = [{instancePath:instancePath+"/globalUserIds",keyword:"type"}];
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
let data2 = data.next;
const _errs5 = errors;
if((!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))) && (data2 !== null)){
validate10.errors = [{instancePath:instancePath+"/next",keyword:"type"}];
return false;
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
validate10.errors = [{instancePath,keyword:"type"}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
return validate10;
})();

export const startSelection = (() => {

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.name === undefined) && (missing0 = "name")) || ((data.status === undefined) && (missing0 = "status"))) || ((data.output === undefined) && (missing0 = "output"))) || ((data.error === undefined) && (missing0 = "error"))){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.name !== undefined){
const _errs1 = errors;
if(typeof data.name !== "string"){
validate10.errors = [{instancePath:instancePath+"/name",keyword:"type"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.status !== undefined){
let data1 = data.status;
const _errs3 = errors;
if(typeof data1 !== "string"){
validate10.errors = [{instancePath:instancePath+"/status",keyword:"type"}];
return false;
}
if(!(((data1 === "RUNNING") || (data1 === "SUCCEEDED")) || (data1 === "FAILED"))){
validate10.errors = [{instancePath:instancePath+"/status",keyword:"enum"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.error !== undefined){
let data2 = data.error;
const _errs5 = errors;
if((typeof data2 !== "string") && (data2 !== null)){
validate10.errors = [{instancePath:instancePath+"/error",keyword:"type"}];
return false;
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

export const getSelection = (() => {

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.name === undefined) && (missing0 = "name")) || ((data.status === undefined) && (missing0 = "status"))) || ((data.output === undefined) && (missing0 = "output"))) || ((data.error === undefined) && (missing0 = "error"))){
validate10.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.name !== undefined){
const _errs1 = errors;
if(typeof data.name !== "string"){
validate10.errors = [{instancePath:instancePath+"/name",keyword:"type"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.status !== undefined){
let data1 = data.status;
const _errs3 = errors;
if(typeof data1 !== "string"){
validate10.errors = [{instancePath:instancePath+"/status",keyword:"type"}];
return false;
}
if(!(((data1 === "RUNNING") || (data1 === "SUCCEEDED")) || (data1 === "FAILED"))){
validate10.errors = [{instancePath:instancePath+"/status",keyword:"enum"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.error !== undefined){
let data2 = data.error;
const _errs5 = errors;
if((typeof data2 !== "string") && (data2 !== null)){
validate10.errors = [{instancePath:instancePath+"/error",keyword:"type"}];
return false;
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

export const refreshMarket = (() => {

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
