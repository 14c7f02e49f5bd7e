import { cloudfrontFunction } from './cloudfront-function'
import { responseHeadersPolicy } from './cloudfront-headers'
import type { Release } from './release-record'

const ref = (Ref: string) => ({ Ref })
const get = (resource: string, attribute: string) => ({ 'Fn::GetAtt': [resource, attribute] })
const sub = (text: string) => ({ 'Fn::Sub': text })
const when = (condition: string, then: unknown, otherwise: unknown = ref('AWS::NoValue')) => ({
  'Fn::If': [condition, then, otherwise],
})

const year = 31_536_000

const bucket = {
  Type: 'AWS::S3::Bucket',
  DeletionPolicy: 'Retain',
  UpdateReplacePolicy: 'Retain',
  Properties: {
    OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
  },
}

/** Whoever may not list a bucket is told 403 of a missing file; CloudFront has to be told 404. */
const bucketPolicy = {
  Type: 'AWS::S3::BucketPolicy',
  Properties: {
    Bucket: ref('Bucket'),
    PolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        { Action: 's3:GetObject', Resource: sub('${Bucket.Arn}/*') },
        { Action: 's3:ListBucket', Resource: get('Bucket', 'Arn') },
      ].map((it) => ({
        ...it,
        Effect: 'Allow',
        Principal: { Service: 'cloudfront.amazonaws.com' },
        Condition: {
          StringEquals: {
            'AWS:SourceArn': sub('arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/${Distribution}'),
          },
        },
      })),
    },
  },
}

/** A path holds its release and never changes: the edge keeps it, whatever the browser is told. */
const cachePolicy = {
  Type: 'AWS::CloudFront::CachePolicy',
  Properties: {
    CachePolicyConfig: {
      Name: sub('${AWS::StackName}-releases'),
      MinTTL: year,
      DefaultTTL: year,
      MaxTTL: year,
      ParametersInCacheKeyAndForwardedToOrigin: {
        EnableAcceptEncodingBrotli: true,
        EnableAcceptEncodingGzip: true,
        CookiesConfig: { CookieBehavior: 'none' },
        HeadersConfig: { HeaderBehavior: 'none' },
        QueryStringsConfig: { QueryStringBehavior: 'none' },
      },
    },
  },
}

const originAccess = {
  Type: 'AWS::CloudFront::OriginAccessControl',
  Properties: {
    OriginAccessControlConfig: {
      Name: sub('${AWS::StackName}-bucket'),
      OriginAccessControlOriginType: 's3',
      SigningBehavior: 'always',
      SigningProtocol: 'sigv4',
    },
  },
}

const distribution = {
  Type: 'AWS::CloudFront::Distribution',
  Properties: {
    DistributionConfig: {
      Enabled: true,
      HttpVersion: 'http2and3',
      IPV6Enabled: true,
      Aliases: when('HasDomain', [ref('Domain')]),
      ViewerCertificate: when('HasDomain', {
        AcmCertificateArn: ref('Certificate'),
        MinimumProtocolVersion: 'TLSv1.2_2021',
        SslSupportMethod: 'sni-only',
      }),
      Origins: [
        {
          Id: 'bucket',
          DomainName: get('Bucket', 'RegionalDomainName'),
          OriginAccessControlId: get('OriginAccess', 'Id'),
          S3OriginConfig: { OriginAccessIdentity: '' },
        },
      ],
      DefaultCacheBehavior: {
        TargetOriginId: 'bucket',
        ViewerProtocolPolicy: 'redirect-to-https',
        AllowedMethods: ['GET', 'HEAD'],
        CachedMethods: ['GET', 'HEAD'],
        Compress: true,
        CachePolicyId: ref('CachePolicy'),
        ResponseHeadersPolicyId: ref('Headers'),
        FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: get('Function', 'FunctionMetadata.FunctionARN') }],
      },
      CustomErrorResponses: [403, 404].map((ErrorCode) => ({
        ErrorCode,
        ResponseCode: 404,
        ResponsePagePath: '/404.html',
        ErrorCachingMinTTL: 10,
      })),
    },
  },
}

export type Stack = { readonly template: string; readonly redirectsLeftOut: number }

/** Everything at AWS as one CloudFormation template; `others` are releases that may still be, or be again, in use. */
export function cloudfrontStack({ release, serving }: Release, others: readonly Release[]): Stack {
  const { code, leftOut } = cloudfrontFunction(serving, release)
  const policy = responseHeadersPolicy(
    serving,
    others.map((it) => it.serving),
  )
  const resources = {
    Bucket: bucket,
    BucketPolicy: bucketPolicy,
    OriginAccess: originAccess,
    CachePolicy: cachePolicy,
    Store: { Type: 'AWS::CloudFront::KeyValueStore', Properties: { Name: sub('${AWS::StackName}-release') } },
    Headers: {
      Type: 'AWS::CloudFront::ResponseHeadersPolicy',
      Properties: {
        ResponseHeadersPolicyConfig: { Name: sub('${AWS::StackName}-headers'), ...policy },
      },
    },
    Function: {
      Type: 'AWS::CloudFront::Function',
      Properties: {
        Name: sub('${AWS::StackName}-addresses'),
        AutoPublish: true,
        FunctionCode: code,
        FunctionConfig: {
          Comment: 'Clean addresses, redirects, and the release that is served',
          Runtime: 'cloudfront-js-2.0',
          KeyValueStoreAssociations: [{ KeyValueStoreARN: get('Store', 'Arn') }],
        },
      },
    },
    Distribution: distribution,
  }
  const template = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'A static site: a private bucket behind CloudFront, switched from release to release by one key.',
    Parameters: {
      Domain: { Type: 'String', Default: '' },
      Certificate: { Type: 'String', Default: '', Description: 'Of ACM in us-east-1; needed with a domain.' },
    },
    Conditions: { HasDomain: { 'Fn::Not': [{ 'Fn::Equals': [ref('Domain'), ''] }] } },
    Resources: resources,
    Outputs: {
      Bucket: { Value: ref('Bucket') },
      Store: { Value: get('Store', 'Arn') },
      Distribution: { Value: ref('Distribution') },
      Covers: { Value: [release, ...others.map((it) => it.release)].join(' ') },
      Address: { Value: sub('https://${Distribution.DomainName}') },
    },
  }
  return { template: `${JSON.stringify(template, null, 2)}\n`, redirectsLeftOut: leftOut }
}
