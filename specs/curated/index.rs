// The files of this folder by the name of their type, sorted. A test holds it against the folder.
[
    ("AWS::OpenSearchService::Domain", include_str!("aws-opensearchservice-domain.json")),
]
