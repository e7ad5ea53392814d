aws s3 sync _site s3://my-guide --cache-control "public, max-age=31536000, immutable" --exclude "*" --include "static/*"
aws s3 sync _site s3://my-guide --cache-control "no-cache" --exclude "static/*"
aws s3 website s3://my-guide --index-document index.html --error-document 404.html
