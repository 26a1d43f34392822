// Made by `npm run compose` from schema.graphql. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { RiskAssessment as RiskAssessmentRow } from './entities/risk-assessment.ts';
import type { SubgraphContext } from '../../platform/subgraph.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** RFC 3339 date and time, from year 1970 to 9999. Answers are always in UTC. */
  DateTime: { input: Date; output: Date; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** A refusal: an expected error that a client can handle. */
export type Error = {
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** Position of a page in its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Whether items follow this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether the page starts after a cursor. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge. */
  startCursor?: Maybe<Scalars['String']['output']>;
  /** Cursor of the last edge: pass it as `after` for the next page. */
  endCursor?: Maybe<Scalars['String']['output']>;
};

/** The object does not exist, or the viewer may not see it. */
export type NotFound = Error & {
  __typename?: 'NotFound';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** Risk assessment of an order. */
export type RiskAssessment = {
  __typename?: 'RiskAssessment';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Order. */
  order?: Maybe<Order>;
  /** Risk score from 0 (safe) to 100. Only for the organization and platform staff; 0 for the buyer. */
  score: Scalars['Int']['output'];
  /** Decision; REVIEW until a person has decided. */
  decision: RiskDecision;
  /** Reasons, highest weight first. Only for the organization and platform staff; empty for the buyer. */
  reasons: Array<RiskReason>;
  /** Time of the assessment. */
  assessedAt: Scalars['DateTime']['output'];
  /** User who decided the review. Only for the organization and platform staff; null for the buyer. */
  decidedBy?: Maybe<User>;
};

/** ALLOW: the order is sold. REVIEW: a person decides. BLOCK: the order is declined. */
export type RiskDecision =
  | 'ALLOW'
  | 'REVIEW'
  | 'BLOCK';

/** A rule that raised or lowered the score. */
export type RiskReason = {
  __typename?: 'RiskReason';
  /** Name of the rule. */
  code: Scalars['String']['output'];
  /** Points that it adds to the score. */
  weight: Scalars['Int']['output'];
  /** Human-readable explanation. */
  detail: Scalars['String']['output'];
};

/** A page of assessments. */
export type RiskAssessmentConnection = {
  __typename?: 'RiskAssessmentConnection';
  /** The items, each with its cursor. */
  edges: Array<RiskAssessmentEdge>;
  /** The items without cursors. */
  nodes: Array<RiskAssessment>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of items in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** An item and its cursor. */
export type RiskAssessmentEdge = {
  __typename?: 'RiskAssessmentEdge';
  /** Opaque cursor: pass it as `after` to continue after this item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: RiskAssessment;
};

/** The order is not waiting for a decision. */
export type NotInReview = Error & {
  __typename?: 'NotInReview';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** Result of decideReview. */
export type DecideReviewResult = RiskAssessment | NotInReview | NotFound;

/** Page of a person's stored data. */
export type PersonalDataPage = {
  __typename?: 'PersonalDataPage';
  /** Name of the table. */
  table: Scalars['String']['output'];
  /** Rows of the person, as a JSON array. */
  rows: Scalars['String']['output'];
  /** Cursor of the next page; null after the last. */
  next?: Maybe<Scalars['String']['output']>;
};

/** Queries. */
export type Query = {
  __typename?: 'Query';
  /** For a job of users. Stored data of a person, page by page; null if nothing is exported. */
  personalData?: Maybe<PersonalDataPage>;
  /** For MANAGER and up. Open reviews of the organization's orders, oldest first. */
  riskReviews: RiskAssessmentConnection;
};


/** Queries. */
export type QueryPersonalDataArgs = {
  userId: Scalars['ID']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Queries. */
export type QueryRiskReviewsArgs = {
  organizationId: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Mutations. */
export type Mutation = {
  __typename?: 'Mutation';
  /**
   * For MANAGER and up. Soon after the answer, ALLOW sells the seats and captures the payment; BLOCK voids the payment and releases the seats.
   * `decision` REVIEW is BAD_USER_INPUT. For an order that has ended, the answer is NotInReview.
   * `note` is for the organization; the buyer does not see it.
   */
  decideReview: DecideReviewResult;
};


/** Mutations. */
export type MutationDecideReviewArgs = {
  assessmentId: Scalars['ID']['input'];
  decision: RiskDecision;
  note?: InputMaybe<Scalars['String']['input']>;
};

export type Order = {
  __typename?: 'Order';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Risk assessment; null until the order is paid. Only for viewers of the order; reasons only for the organization and platform staff. */
  risk?: Maybe<RiskAssessment>;
};

export type User = {
  __typename?: 'User';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  RiskAssessment: RiskAssessment;
  Order: Order;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  RiskAssessment:
    ( { __typename: 'RiskAssessment' }
    & GraphQLRecursivePick<FederationTypes['RiskAssessment'], {"id":true}> );
  Order:
    ( { __typename: 'Order' }
    & GraphQLRecursivePick<FederationTypes['Order'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  DecideReviewResult:
    | ( RiskAssessmentRow )
    | ( NotInReview )
    | ( NotFound )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Error:
    | ( NotFound )
    | ( NotInReview )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Error: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Error']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  NotFound: ResolverTypeWrapper<NotFound>;
  RiskAssessment: ResolverTypeWrapper<RiskAssessmentRow>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  RiskDecision: RiskDecision;
  RiskReason: ResolverTypeWrapper<RiskReason>;
  RiskAssessmentConnection: ResolverTypeWrapper<import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["RiskAssessment"]>>;
  RiskAssessmentEdge: ResolverTypeWrapper<Omit<RiskAssessmentEdge, 'node'> & { node: ResolversTypes['RiskAssessment'] }>;
  NotInReview: ResolverTypeWrapper<NotInReview>;
  DecideReviewResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DecideReviewResult']>;
  PersonalDataPage: ResolverTypeWrapper<PersonalDataPage>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Order: ResolverTypeWrapper<Omit<Order, 'risk'> & { risk?: Maybe<ResolversTypes['RiskAssessment']> }>;
  User: ResolverTypeWrapper<User>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  Error: ResolversInterfaceTypes<ResolversParentTypes>['Error'];
  String: Scalars['String']['output'];
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  NotFound: NotFound;
  RiskAssessment: RiskAssessmentRow;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  RiskReason: RiskReason;
  RiskAssessmentConnection: import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["RiskAssessment"]>;
  RiskAssessmentEdge: Omit<RiskAssessmentEdge, 'node'> & { node: ResolversParentTypes['RiskAssessment'] };
  NotInReview: NotInReview;
  DecideReviewResult: ResolversUnionTypes<ResolversParentTypes>['DecideReviewResult'];
  PersonalDataPage: PersonalDataPage;
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  Order: Omit<Order, 'risk'> & { risk?: Maybe<ResolversParentTypes['RiskAssessment']> } | FederationReferenceTypes['Order'];
  User: User;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type ErrorResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Error']> = {
  __resolveType: TypeResolveFn<'NotFound' | 'NotInReview', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type NotFoundResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['NotFound']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RiskAssessmentResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['RiskAssessment'], FederationReferenceType extends FederationReferenceTypes['RiskAssessment'] = FederationReferenceTypes['RiskAssessment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['RiskAssessment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  decision?: Resolver<ResolversTypes['RiskDecision'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['RiskReason']>, ParentType, ContextType>;
  assessedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RiskReasonResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['RiskReason']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  weight?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  detail?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RiskAssessmentConnectionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['RiskAssessmentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RiskAssessmentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['RiskAssessment']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RiskAssessmentEdgeResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['RiskAssessmentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RiskAssessment'], ParentType, ContextType>;
};

export type NotInReviewResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['NotInReview']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DecideReviewResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['DecideReviewResult']> = {
  __resolveType: TypeResolveFn<'RiskAssessment' | 'NotInReview' | 'NotFound', ParentType, ContextType>;
};

export type PersonalDataPageResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PersonalDataPage']> = {
  table?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  next?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Query']> = {
  personalData?: Resolver<Maybe<ResolversTypes['PersonalDataPage']>, ParentType, ContextType, RequireFields<QueryPersonalDataArgs, 'userId'>>;
  riskReviews?: Resolver<ResolversTypes['RiskAssessmentConnection'], ParentType, ContextType, RequireFields<QueryRiskReviewsArgs, 'organizationId'>>;
};

export type MutationResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Mutation']> = {
  decideReview?: Resolver<ResolversTypes['DecideReviewResult'], ParentType, ContextType, RequireFields<MutationDecideReviewArgs, 'assessmentId' | 'decision'>>;
};

export type OrderResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Order'], FederationReferenceType extends FederationReferenceTypes['Order'] = FederationReferenceTypes['Order']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Order']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  risk?: Resolver<Maybe<ResolversTypes['RiskAssessment']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type Resolvers<ContextType = SubgraphContext> = {
  DateTime?: GraphQLScalarType;
  Error?: ErrorResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  NotFound?: NotFoundResolvers<ContextType>;
  RiskAssessment?: RiskAssessmentResolvers<ContextType>;
  RiskReason?: RiskReasonResolvers<ContextType>;
  RiskAssessmentConnection?: RiskAssessmentConnectionResolvers<ContextType>;
  RiskAssessmentEdge?: RiskAssessmentEdgeResolvers<ContextType>;
  NotInReview?: NotInReviewResolvers<ContextType>;
  DecideReviewResult?: DecideReviewResultResolvers<ContextType>;
  PersonalDataPage?: PersonalDataPageResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
};


