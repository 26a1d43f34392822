// Which mutations are in the audit log: everything that organizers and platform staff do. What buyers do for themselves, and scans, are not: orders,
// payments and scans have histories of their own, and the hot path of sales writes nothing more.
export const AUDITED = [
  ...["createOrganization", "setMember", "inviteMember", "acceptInvitation", "revokeInvitation"],
  ...["suspendOrganization", "resumeOrganization", "suspendUser", "restoreUser", "viewAs", "endViewAs"],
  ...[
    "createVenue",
    "createSeries",
    "createEvent",
    "updateEvent",
    "deleteEvent",
    "setPricing",
    "setPrices",
    "setEventFees",
    "setEventQuestions",
  ],
  ...["updateVenue", "deleteVenue", "copyVenue", "importVenue", "shareVenue", "unshareVenue"],
  ...["copyEvent", "publishSeries", "updateSeries", "cancelSeries", "setImages"],
  ...["sendLetter", "setOrganizationContact", "setOrganizationTimeZone", "setInvoicing"],
  ...["createGate", "updateGate", "removeGate", "setEntryRule", "undoCheckIn"],
  ...["setExchangePolicy", "setReturnPolicy", "setTransferPolicy", "setCodeRule"],
  ...["createApiKey", "revokeApiKey", "revokeDevice", "createApp", "removeApp"],
  ...["publishEvent", "pauseSales", "resumeSales", "cancelEvent"],
  ...["blockSeats", "unblockSeats", "setSeatsAside", "setSalesChannel", "createPromoCode", "endPromoCode"],
  ...["createAccessCodes", "endAccessCodes"],
  ...["createPackage", "closePackage", "openQueue", "steerQueue", "reviewQueueEntry", "setWaitlist"],
  // By anybody but the buyer or the holder.
  ...["cancelOrder", "nameTicket", "resendTickets", "answerQuestions", "answerTicketQuestions", "exchangeTickets"],
  ...["openDrawer", "closeDrawer", "payOutRefund"],
  ...["reserveAtCounter", "changeReservation", "cancelReservation"],
  ...["moveTicket", "refundOrder", "retryOrder", "retryRefund", "decideReview", "reconcile"],
  ...["recordPayout", "returnPayout"],
];

/** The action in the log is that of the successor. */
export const SUCCESSORS = { nudgeOrder: "retryOrder", checkBooks: "reconcile" };

export const OF_ONE_SELF = [
  ...["signUp", "signIn", "signInWithPasskey", "secondFactor", "elevate", "refreshSession", "signOut"],
  ...["endSession", "endOtherSessions", "updateProfile", "setPreferences", "changePassword", "changeEmail"],
  ...["passkeyOptions", "addPasskey", "renamePasskey", "removePasskey"],
  ...["enrollTotp", "confirmTotp", "disableTotp", "renewRecoveryCodes"],
  ...["requestEmailCode", "requestSignInCode", "requestPasswordReset", "registerAccount", "useCode"],
  ...["startExternalSignIn", "finishExternalSignIn", "startIdentityLink", "finishIdentityLink", "unlinkIdentity"],
  ...[
    "setLetterSubscription",
    "endAppAccess",
    "startGuestSession",
    "requestGuestOrders",
    "requestGuestClaim",
    "claimGuestOrders",
  ],
  ...["reportSignIn", "undoEmailChange", "requestDataExport", "deleteAccount", "eraseAccount"],
];

export const OF_SALES = [
  ...[
    "holdSeats",
    "holdBestAvailable",
    "holdPackage",
    ...["joinQueue", "leaveQueue", "enterSale"],
    ...["joinWaitlist", "leaveWaitlist"],
    "releaseHold",
    "extendHold",
    "applyPromoCode",
    "chooseHoldPrices",
    "placeOrder",
    "payOrder",
  ],
  // The drawer has its sales.
  "sellAtCounter",
  ...[
    "answerRefundOffer",
    "returnTickets",
    "setInvoiceAddress",
    "offerTicket",
    "withdrawTicketOffer",
    "acceptTicketOffer",
    "takeTicket",
  ],
  ...["checkIn", "checkOut", "uploadScans"],
];
